-- Batches in which a directory takes units over from a scheme that it replaces.
create table batch_transfer (
    batch    uuid primary key references batch_room,
    closing  uuid not null references scheme_closing (id),
    -- code of the scheme that was replaced
    replaced text not null
);
create index batch_transfer_by_closing on batch_transfer (closing);
grant select, insert on batch_transfer to ${app};
-- Such a batch is numbered with its first unit and published with its last.
grant update (published_on) on batch to ${app};

-- Taken over before there were rooms for it: numbered, listed, and told by nobody.
insert into batch_room (id, scheme, decision_document, status, requests, rounds, signatures, steps, version)
select b.id, b.scheme, b.decision_document, 'PUBLISHED', '[]'::jsonb, 0, '[]'::jsonb, '[]'::jsonb, 1
from batch b join scheme_closing c on c.id = b.id
where not exists (select 1 from batch_room r where r.id = b.id);
insert into batch_transfer (batch, closing, replaced)
select b.id, c.id, c.scheme from batch b join scheme_closing c on c.id = b.id;
insert into search_term (term, hit, kind)
select term, b.id, 'BATCH'
from batch b join scheme_closing c on c.id = b.id
  cross join lateral unnest(array['id:' || b.id, 'number:' || upper(b.scheme || '-B' || b.number)]) as term
on conflict do nothing;
