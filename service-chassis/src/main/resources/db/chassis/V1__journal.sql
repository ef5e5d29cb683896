-- The event journal: outbox and audit trail in one. Entries and links are written once and never touched again.

-- How many events an aggregate has in a stream; the upsert's row lock makes versions and entry ids of one aggregate ascend
-- in commit order.
create table journal_aggregate (
    stream  text   not null,
    subject text   not null,
    version bigint not null check (version > 0),
    primary key (stream, subject)
);

-- Text and bytes exactly as on the wire: the chain hashes them (jsonb or timestamptz would print them differently).
create table journal_entry (
    id                bigint      generated always as identity primary key,
    event_id          text        not null unique,
    stream            text        not null,
    type              text        not null,
    source            text        not null,
    subject           text        not null,
    time              text        not null,
    dataschema        text        not null,
    contenttype       text        not null,
    aggregate_version bigint      not null check (aggregate_version > 0),
    correlationid     text,
    causationid       text,
    traceparent       text,
    value             bytea       not null,
    private_digest    bytea       not null check (octet_length(private_digest) = 32),
    recorded_at       timestamptz not null default clock_timestamp(),
    unique (stream, subject, aggregate_version)
);

-- Who, why and the change; erasable, since the entry holds only SHA-256(salt || body).
create table journal_private (
    entry_id bigint primary key references journal_entry,
    actor    text   not null,
    salt     bytea  not null check (octet_length(salt) = 32),
    body     bytea  not null
);
create index journal_private_actor on journal_private (actor);

-- What the sequencer has not placed yet. No cursor over ids: ids commit out of order, rows of a queue do not get lost.
create table journal_pending (
    entry_id bigint primary key references journal_entry,
    stream   text   not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create table journal_head (
    stream      text   primary key,
    incarnation text   not null,
    position    bigint not null check (position >= 0),
    hash        bytea  not null check (octet_length(hash) = 32)
);

create table journal_link (
    stream   text   not null,
    position bigint not null check (position > 0),
    entry_id bigint not null unique references journal_entry,
    leaf     bytea  not null check (octet_length(leaf) = 32),
    hash     bytea  not null check (octet_length(hash) = 32),
    primary key (stream, position)
);

-- Up to which position a stream is known to be in its topic.
create table journal_published (
    stream   text   primary key,
    position bigint not null
);

-- Streams whose sending an error stopped; an operator deletes the row to resume.
create table journal_stopped (
    stream text        primary key,
    reason text        not null,
    at     timestamptz not null default clock_timestamp()
);

-- Missing grants already refuse this to every role but the owner; the triggers refuse it to the owner's ordinary statements.
create function journal_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

create trigger journal_entry_append_only before update or delete or truncate on journal_entry
    for each statement execute function journal_refuse();
create trigger journal_link_append_only before update or delete or truncate on journal_link
    for each statement execute function journal_refuse();
-- A private part is erased row by row, never changed and never wholesale.
create trigger journal_private_erase_only before update or truncate on journal_private
    for each statement execute function journal_refuse();
alter table journal_entry enable always trigger journal_entry_append_only;
alter table journal_link enable always trigger journal_link_append_only;
alter table journal_private enable always trigger journal_private_erase_only;

grant select, insert, update on journal_aggregate to ${app}, ${eraser};
grant select, insert on journal_entry to ${app}, ${eraser};
grant select, insert on journal_private to ${app};
grant insert on journal_private to ${eraser};
grant select (entry_id, actor), delete on journal_private to ${eraser};
grant select, insert on journal_pending to ${app}, ${eraser};
grant select on journal_head, journal_link, journal_published to ${app};
grant select, delete on journal_stopped to ${app};

grant select on journal_entry to ${relay};
grant select, delete on journal_pending to ${relay};
grant select, insert, update on journal_head to ${relay};
grant select, insert on journal_link to ${relay};
grant select, insert, update on journal_published to ${relay};
grant select, insert on journal_stopped to ${relay};
