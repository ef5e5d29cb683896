-- Decisions refer to a version, so it is never changed: the service may only add.
create table scheme_version (
    code       text        not null,
    version    int         not null,
    definition text        not null,
    loaded_at  timestamptz not null,
    primary key (code, version)
);
grant select, insert on scheme_version to ${app};

create table scheme_member (
    scheme       text        not null,
    agency_role  text        not null,
    organisation text        not null,
    bound_at     timestamptz not null,
    primary key (scheme, agency_role),
    -- one seat each: who gives two opinions is not two reviewers
    unique (scheme, organisation)
);
grant select, insert on scheme_member to ${app};
