-- Who may read which stream from the pull feed, and how far each reader has come. A reader is a token's subject with its issuer.

-- Never deleted: a grant that has ended tells its reader so, and a restart does not grant it again.
create table feed_grant (
    stream  text        not null,
    issuer  text        not null,
    subject text        not null,
    -- event types in full, a name or, ending in *, how names begin; of all others position, leaf and hash
    types   text[]      not null check (cardinality(types) > 0),
    state   text        not null check (state in ('GRANTED', 'SUSPENDED', 'REVOKED')),
    -- for the reader to see
    reason  text,
    since   timestamptz not null,
    version bigint      not null default 1 check (version > 0),
    primary key (stream, issuer, subject)
);
grant select, insert, update on feed_grant to ${app};

-- One row per grant, changed with every page. Stretches are (from, to]; positions are of the incarnation.
create table feed_progress (
    stream               text        not null,
    issuer               text        not null,
    subject              text        not null,
    incarnation          text        not null,
    acknowledged         bigint      not null default 0 check (acknowledged >= 0),
    acknowledged_hash    bytea,
    acknowledged_at      timestamptz,
    -- delivered behind what was acknowledged, without a hole, and which types of it in full
    ahead_to             bigint      not null default 0,
    ahead_types          text[]      not null default '{*}',
    ahead_at             timestamptz,
    -- delivered elsewhere: a replay, or a reader that began in the middle
    again_from           bigint,
    again_to             bigint,
    again_types          text[],
    again_at             timestamptz,
    -- the alarm: what the reader says stands at that position, and we do not
    disputed_position    bigint,
    disputed_hash        bytea,
    disputed_at          timestamptz,
    read_at              timestamptz,
    primary key (stream, issuer, subject),
    foreign key (stream, issuer, subject) references feed_grant,
    check (ahead_to >= acknowledged)
);
grant select, insert, update on feed_progress to ${app};

-- Who was told what, since when: (first - 1, last] was delivered and acknowledged, these types of it in full.
create table feed_acknowledgement (
    id          bigint      generated always as identity primary key,
    stream      text        not null,
    issuer      text        not null,
    subject     text        not null,
    incarnation text        not null,
    first       bigint      not null check (first > 0),
    last        bigint      not null check (last >= first),
    types       text[]      not null,
    hash        bytea       not null check (octet_length(hash) = 32),
    at          timestamptz not null,
    foreign key (stream, issuer, subject) references feed_grant
);
create index feed_acknowledgement_reader on feed_acknowledgement (stream, issuer, subject, last);
create trigger feed_acknowledgement_append_only before update or delete or truncate on feed_acknowledgement
    for each statement execute function journal_refuse();
alter table feed_acknowledgement enable always trigger feed_acknowledgement_append_only;
grant select, insert on feed_acknowledgement to ${app};
