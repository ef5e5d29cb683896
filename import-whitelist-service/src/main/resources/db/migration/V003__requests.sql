-- Readable numbers without a lock; rolled back drafts leave gaps.
create sequence request_number;
grant usage on sequence request_number to ${app};

create table request (
    id             uuid    primary key,
    number         text    not null unique,
    scheme         text    not null,
    scheme_version int     not null,
    organisation   text    not null,
    content        jsonb   not null,
    status         text    not null,
    -- what happened, in order: small lists that are only ever read with their request
    steps          jsonb   not null,
    opinions       jsonb   not null,
    questions      jsonb   not null,
    -- agencies see a request from its first submission on
    submitted      boolean not null,
    -- for optimistic locking; the events' versions are counted by the journal
    version        int     not null
);
create index request_by_organisation on request (organisation, id);
create index request_by_scheme on request (scheme, id) where submitted;
grant select, insert, update on request to ${app};
