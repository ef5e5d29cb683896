-- How often a projection began anew is not counted but named: offsets committed to Kafka bear the name, and a database that
-- was restored from a backup must not find one there that it gives again.
create table inbox_rebuild (
    consumer   text        primary key,
    generation uuid        not null,
    -- READING: reads its topics from the beginning, nothing is decided by it. LOOKING_AGAIN: whole, and whoever decided by it
    -- is told. DONE.
    state      text        not null check (state in ('READING', 'LOOKING_AGAIN', 'DONE')),
    asked_at   timestamptz not null default clock_timestamp(),
    done_at    timestamptz
);

-- The ends of its topics after everything was forgotten: read up to here the projection is whole.
create table inbox_rebuild_target (
    generation  uuid    not null,
    topic       text    not null,
    partition   integer not null,
    record_offset bigint not null check (record_offset >= 0),
    primary key (generation, topic, partition)
);

-- Versions that an operator gave up: a rebuild must not wait for them again.
create table inbox_skipped (
    consumer  text   not null,
    topic     text   not null,
    aggregate text   not null,
    after     bigint not null,
    -- the first that exists again
    next      bigint not null check (next > after + 1),
    primary key (consumer, topic, aggregate, after)
);

grant select, insert, update on inbox_rebuild to ${app};
grant select, insert on inbox_rebuild_target to ${app};
grant select, insert, update on inbox_skipped to ${app};
