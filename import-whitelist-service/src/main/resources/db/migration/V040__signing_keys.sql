-- Public keys only. Revoked ones stay: what they signed must stay verifiable.
create table signing_key (
    -- the thumbprint: a key belongs to one officer for ever
    id             text        primary key,
    x              text        not null,
    -- the officer's opaque id
    credential     text        not null,
    organisation   text        not null,
    registered_at  timestamptz not null,
    revoked_at     timestamptz,
    revoked_reason text,
    revoked_by     text,
    check ((revoked_at is null) = (revoked_reason is null) and (revoked_at is null) = (revoked_by is null))
);
create unique index signing_key_active_once on signing_key (credential) where revoked_at is null;
grant select, insert, update on signing_key to ${app};

-- Answered once, and gone.
create table signing_challenge (
    id           uuid        primary key,
    credential   text        not null,
    organisation text        not null,
    nonce        text        not null,
    expires_at   timestamptz not null
);
create index signing_challenge_by_expiry on signing_challenge (expires_at);
grant select, insert, delete on signing_challenge to ${app};
