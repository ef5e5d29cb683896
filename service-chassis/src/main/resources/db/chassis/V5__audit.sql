-- Who did what to an object: read with a role that can do nothing else. The application writes private parts and reads none.

create index journal_entry_subject on journal_entry (subject, id);

-- Tells an erased private part from one that somebody took away.
create table journal_erased (
    entry_id  bigint primary key references journal_entry,
    -- null: erased before days were noted
    erased_on date
);
insert into journal_erased (entry_id)
select id from journal_entry e where not exists (select from journal_private p where p.entry_id = e.id);

create trigger journal_erased_append_only before update or delete or truncate on journal_erased
    for each statement execute function journal_refuse();
alter table journal_erased enable always trigger journal_erased_append_only;

revoke select on journal_private from ${app};
grant insert on journal_erased to ${eraser};
grant select on journal_erased to ${app}, ${auditor};
grant select on journal_entry, journal_private, journal_link, journal_head to ${auditor};
