-- Idempotent consumption: per consumer, topic and aggregate the last version applied. Never pruned: a re-delivery may come
-- years later. The row is the lock under which everything about its aggregate happens.
create table inbox (
    consumer  text   not null,
    topic     text   not null,
    aggregate text   not null,
    version   bigint not null check (version >= 0),
    -- parked records beyond this version that are open or were discarded; 0 = the aggregate flows
    queued    bigint not null default 0 check (queued >= 0),
    primary key (consumer, topic, aggregate)
);

-- What could not be applied, byte for byte. Rows stay when they are resolved: a re-delivery must find them.
create table inbox_parked (
    id               uuid        primary key,
    consumer         text        not null,
    topic            text        not null,
    -- the aggregate's id; where none can be read the record's key, else partition and offset
    aggregate        text        not null,
    -- null: no readable id, such a record can only be discarded
    version          bigint      check (version > 0),
    -- FAILED: needs an operator, holds up its aggregate. WAITING: behind a missing version or a failed record.
    -- DUPLICATE: another record was applied as this version.
    status           text        not null
                     check (status in ('FAILED', 'WAITING', 'APPLIED', 'DUPLICATE', 'DISCARDED')),
    reason           text        not null,
    attempts         integer     not null check (attempts >= 0),
    record_partition integer     not null,
    record_offset    bigint      not null,
    written_at       timestamptz not null,
    key              bytea,
    headers          bytea       not null,
    value            bytea,
    -- SHA-256 over key, headers and value: a record sent or delivered again is parked once, another one under the same
    -- version is not lost
    digest           bytea       not null check (octet_length(digest) = 32),
    parked_at        timestamptz not null default clock_timestamp(),
    resolved_at      timestamptz
);
create unique index inbox_parked_once on inbox_parked (consumer, topic, aggregate, version, digest)
    where version is not null;
create unique index inbox_parked_once_unreadable
    on inbox_parked (consumer, topic, record_partition, record_offset, digest)
    where version is null;
create index inbox_parked_open on inbox_parked (consumer, status) where status in ('FAILED', 'WAITING');

create table inbox_parked_history (
    id        bigint      generated always as identity primary key,
    parked_id uuid        not null references inbox_parked,
    at        timestamptz not null default clock_timestamp(),
    what      text        not null,
    detail    text        not null
);
create index inbox_parked_history_parked on inbox_parked_history (parked_id);

grant select, insert, update on inbox, inbox_parked to ${app};
grant select, insert on inbox_parked_history to ${app};
