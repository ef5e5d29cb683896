-- The row is the lock under which a scheme's batches are numbered and its entries kept unique.
create table batch_counter (
    scheme      text primary key,
    last_number int  not null
);
grant select, insert, update on batch_counter to ${app};

create table batch (
    id                uuid primary key,
    scheme            text not null,
    number            int  not null,
    decision_document text not null,
    published_on      date not null,
    published_by      text not null,
    unique (scheme, number)
);
grant select, insert on batch to ${app};

create table entry (
    id                   uuid           primary key,
    number               text           not null unique,
    scheme               text           not null,
    scheme_version       int            not null,
    batch                uuid           not null references batch,
    batch_number         int            not null,
    sequence             int            not null,
    request              uuid           not null references request,
    organisation         text           not null,
    -- what the publication saw
    organisation_version bigint         not null,
    -- as it was called on the day
    unit_name            text           not null,
    article_key          text           not null,
    article              jsonb          not null,
    quantity             numeric(18, 6) not null check (quantity > 0),
    quantity_unit        text           not null,
    waived_documents     jsonb          not null,
    valid_from           date           not null,
    valid_to             date,
    status               text           not null,
    questions            jsonb          not null,
    version              int            not null,
    unique (scheme, batch_number, sequence)
);
-- One right per unit and article; the publication checks it before, this holds it.
create unique index entry_active_once on entry (scheme, organisation, article_key) where status = 'ACTIVE';
create index entry_by_organisation on entry (organisation, scheme, batch_number, sequence);
grant select, insert, update on entry to ${app};
