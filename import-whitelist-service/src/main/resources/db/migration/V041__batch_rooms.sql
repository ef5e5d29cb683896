-- A batch on its way to the list. What is published stands in batch and entry, under the same id.
create table batch_room (
    id                uuid  primary key,
    scheme            text  not null,
    decision_document text  not null,
    status            text  not null,
    -- ids in the order of the list
    requests          jsonb not null,
    -- how often its content was frozen: the round is part of what is signed
    rounds            int   not null,
    frozen            jsonb,
    signatures        jsonb not null,
    steps             jsonb not null,
    release_at        timestamptz,
    version           int   not null,
    check ((status = 'SCHEDULED') = (release_at is not null))
);
create index batch_room_by_scheme on batch_room (scheme, id);
create index batch_room_due on batch_room (release_at) where status = 'SCHEDULED';
grant select, insert, update on batch_room to ${app};

-- A request is in at most one open batch: this row says in which.
create table batch_place (
    request uuid primary key references request,
    batch   uuid not null references batch_room
);
create index batch_place_by_batch on batch_place (batch);
grant select, insert, delete on batch_place to ${app};

-- Published before there were rooms: nobody froze or signed them.
insert into batch_room (id, scheme, decision_document, status, requests, rounds, signatures, steps, version)
select b.id, b.scheme, b.decision_document, 'PUBLISHED',
       coalesce((select jsonb_agg(r.request order by r.first)
                 from (select request, min(sequence) as first from entry where batch = b.id group by request) r),
                '[]'::jsonb),
       0, '[]'::jsonb, '[]'::jsonb, 1
from batch b;

-- What a batch did to the list.
create table batch_change (
    batch  uuid not null references batch,
    entry  uuid not null references entry,
    kind   text not null check (kind in ('ADDED', 'CHANGED', 'REMOVED')),
    primary key (batch, entry)
);
grant select, insert on batch_change to ${app};
insert into batch_change (batch, entry, kind) select batch, id, 'ADDED' from entry;
