-- The end of a scheme that another one replaces. What is left to do follows from what still lives under it, so that a
-- process which dies in the middle leaves nothing to remember.
create table scheme_closing (
    -- also the id of the batch in which the new scheme's directory takes units over
    id          uuid not null unique,
    scheme      text primary key,
    replaced_by text not null check (replaced_by <> scheme),
    entries     text not null check (entries in ('KEEP_UNTIL_EXPIRY', 'CLOSE', 'MIGRATE_UNITS')),
    requests    text not null check (requests in ('KEEP', 'WITHDRAW')),
    basis       text not null,
    closed_on   date not null,
    finished_at timestamptz
);
grant select, insert, update on scheme_closing to ${app};
create index request_by_scheme_open on request (scheme, id)
    where status not in ('NOT_ACCEPTED', 'REJECTED', 'PUBLISHED', 'WITHDRAWN');
