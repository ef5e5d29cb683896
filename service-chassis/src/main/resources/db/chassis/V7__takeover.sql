-- A database restored from an older backup is behind its topics. What they hold beyond the journal can be taken over.

-- The place that an entry already has in its topic; the sequencer gives it no other.
alter table journal_pending add column place bigint check (place > 0);
create unique index journal_pending_place on journal_pending (stream, place) where place is not null;
grant update (place) on journal_pending to ${app};

-- Read back from the topic: its private part is lost, as is whatever else the service had saved with it.
create table journal_taken_over (
    entry_id bigint      primary key references journal_entry,
    taken_at timestamptz not null default clock_timestamp()
);
create trigger journal_taken_over_append_only before update or delete or truncate on journal_taken_over
    for each statement execute function journal_refuse();
alter table journal_taken_over enable always trigger journal_taken_over_append_only;
grant select, insert on journal_taken_over to ${app};
grant select on journal_taken_over to ${auditor};

-- The topic holds more than the journal: nothing is saved in the stream, or an aggregate's version would be given twice.
alter table journal_stopped add column behind boolean not null default false;
grant select on journal_stopped to ${eraser};
