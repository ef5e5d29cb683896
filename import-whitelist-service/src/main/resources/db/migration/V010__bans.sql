-- Units that may not apply under a scheme for a time.
create table ban (
    id             uuid   primary key,
    scheme         text   not null,
    -- whose rule decided how long
    scheme_version int    not null,
    organisation   text   not null,
    -- the entry, or the place in a directory, whose revocation is the cause
    revoked        uuid   not null,
    revoked_number text   not null,
    reason         text   not null,
    violation      text,
    rule           text   not null check (rule in ('YEARS', 'REST_OF_SCHEME')),
    banned_from    date   not null,
    -- open where the scheme's end is not known
    banned_until   date,
    lifted_on      date,
    lifted_reason  text,
    version        int    not null,
    check (rule <> 'YEARS' or banned_until is not null),
    check ((lifted_on is null) = (lifted_reason is null))
);
create index ban_by_unit on ban (organisation, scheme) where lifted_on is null;
create index ban_by_scheme on ban (scheme, id);
grant select, insert, update on ban to ${app};
