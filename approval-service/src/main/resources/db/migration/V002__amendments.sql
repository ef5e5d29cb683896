-- A record is corrected or revoked by an amendment that stays; what it said before stands in the journal.
alter table ind
    add column version bigint not null default 1 check (version > 0),
    add column status  text   not null default 'RECORDED' check (status in ('RECORDED', 'REVOKED'));

create table ind_amendment (
    ind_id         uuid        not null references ind,
    -- the record's version from then on
    version        bigint      not null check (version > 1),
    kind           text        not null check (kind in ('CORRECTION', 'REVOCATION')),
    reason         text        not null,
    source         text        not null,
    revoked_on     text check (revoked_on ~ '^\d{4}-\d{2}(-\d{2})?$'),
    revoked_source text,
    made_at        timestamptz not null,
    primary key (ind_id, version),
    check ((revoked_on is null) = (revoked_source is null)),
    check (revoked_on is null or kind = 'REVOCATION')
);

grant update on ind to ${app};
grant select, insert on ind_amendment to ${app};
