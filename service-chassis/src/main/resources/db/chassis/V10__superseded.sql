-- Which statement no longer holds, and by which event. A statement is superseded once: the next correction supersedes the last.
create table journal_superseded (
    event_id    text primary key references journal_entry (event_id),
    by_event_id text not null unique references journal_entry (event_id)
);
create trigger journal_superseded_append_only before update or delete or truncate on journal_superseded
    for each statement execute function journal_refuse();
alter table journal_superseded enable always trigger journal_superseded_append_only;
grant select, insert on journal_superseded to ${app};
