-- Who acts for whom: powers of attorney that units gave (Civil Code Art. 165).
create table mandate (
    id           uuid   primary key,
    unit         text   not null,
    agent        text   not null check (agent <> unit),
    -- the only one that it is for; null for all
    scheme       text,
    acts         text[] not null check (cardinality(acts) > 0),
    valid_from   date   not null,
    valid_to     date   not null check (valid_to >= valid_from),
    basis        text   not null,
    ended        text   check (ended in ('REVOKED', 'GIVEN_UP')),
    ended_on     date,
    ended_reason text,
    version      int    not null,
    check ((ended is null) = (ended_on is null) and (ended is null) = (ended_reason is null))
);
create index mandate_by_unit on mandate (unit, id);
create index mandate_by_agent on mandate (agent, unit) where ended is null;
create index mandate_got on mandate (agent, id);
grant select, insert, update on mandate to ${app};
