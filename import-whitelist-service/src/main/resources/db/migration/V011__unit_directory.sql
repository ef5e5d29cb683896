-- Places in the directory of a scheme that recognises units; their articles follow as entries.
create table unit_listing (
    id                   uuid   primary key,
    number               text   not null unique,
    scheme               text   not null,
    scheme_version       int    not null,
    -- the batch that listed the unit; what it files stands in that batch's list
    batch                uuid   not null references batch,
    batch_number         int    not null,
    request              uuid   not null references request,
    organisation         text   not null,
    -- what the publication saw
    organisation_version bigint not null,
    unit_name            text   not null,
    valid_from           date   not null,
    valid_to             date,
    status               text   not null check (status in ('ACTIVE', 'EXPIRED', 'REMOVED', 'REVOKED')),
    status_reason        text,
    version              int    not null,
    check ((status = 'ACTIVE') = (status_reason is null))
);
-- One place per unit and scheme; the publication checks it before, this holds it.
create unique index unit_listing_once on unit_listing (scheme, organisation) where status = 'ACTIVE';
create index unit_listing_by_scheme on unit_listing (scheme, id);
grant select, insert, update on unit_listing to ${app};
