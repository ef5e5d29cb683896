-- Each table grants ${app} what it needs and nothing more.

create table organisation (
    id                 uuid primary key,
    -- order of registration, for paging
    seq                bigint generated always as identity unique,
    credit_code        text not null unique check (length(credit_code) = 18),
    credit_code_check  text not null check (credit_code_check in ('PASS', 'FAIL_LEGACY')),
    -- why a code with a wrong check character was accepted
    override_reason    text,
    name_zh            text not null,
    name_en            text,
    types              text[] not null check (cardinality(types) > 0),
    registered_division text not null,
    pilot_areas        text[] not null,
    status             text not null check (status in ('ACTIVE', 'SUSPENDED', 'DEREGISTERED')),
    version            bigint not null,
    registered_at      timestamptz not null,
    check ((credit_code_check = 'PASS') = (override_reason is null))
);
grant select, insert, update on organisation to ${app};

create table credit_flag (
    id            uuid primary key,
    organisation  uuid not null references organisation,
    kind          text not null,
    from_day      date not null,
    -- the last day it holds; null while open
    to_day        date,
    source        text not null,
    lifted        boolean not null default false
);
create index on credit_flag (organisation);
grant select, insert, update on credit_flag to ${app};

create table credential (
    client_id     text primary key,
    -- SHA-256 of the secret, hexadecimal
    secret_hash   text not null check (length(secret_hash) = 64),
    organisation  uuid references organisation,
    roles         text[] not null check (cardinality(roles) > 0),
    status        text not null check (status in ('ACTIVE', 'REVOKED')),
    issued_at     timestamptz not null
);
grant select, insert, update on credential to ${app};

create table signing_key (
    kid             text primary key,
    -- the whole JWK, wrapped; null once the key is retired for good
    wrapped         bytea,
    created_at      timestamptz not null,
    -- no longer in the key set from here on; null for the newest key
    retires_at      timestamptz
);
grant select, insert, update on signing_key to ${app};

-- A correction is a new version; what a decision was based on stays readable.
create table calendar_year (
    year         integer not null check (year between 2000 and 2100),
    version      integer not null check (version > 0),
    source       text not null,
    holidays     date[] not null,
    workdays     date[] not null,
    imported_at  timestamptz not null,
    primary key (year, version)
);
grant select, insert on calendar_year to ${app};
