-- Clinical-trial approvals as announced. Insert-only: a correction is a later step with an event of its own.
create table ind (
    id                   uuid primary key,
    -- order of the public list; drawn at insertion, so that a page never shifts under a reader
    place                bigint generated always as identity unique,
    acceptance_number    text not null unique,
    notice_number        text unique,
    decision             text not null check (decision in ('APPROVED', 'IMPLIED')),
    name_zh              text not null,
    name_en              text,
    strength             text,
    sponsor              text not null,
    -- compatibility-normalised, lower case, without spaces: what a filter compares
    sponsor_key          text not null,
    modality             text not null check (modality in ('CHEMICAL', 'BIOLOGIC', 'TCM')),
    registration_class   text,
    class_catalogue      text,
    cell_or_gene_therapy boolean,
    indications          text[] not null,
    -- yyyy-MM-dd or yyyy-MM: text, because a date column would have to invent the day
    accepted_on          text check (accepted_on ~ '^\d{4}-\d{2}(-\d{2})?$'),
    accepted_source      text,
    decided_on           text check (decided_on ~ '^\d{4}-\d{2}(-\d{2})?$'),
    decided_source       text,
    announced_on         text check (announced_on ~ '^\d{4}-\d{2}(-\d{2})?$'),
    announced_source     text,
    recorded_at          timestamptz not null,
    check ((accepted_on is null) = (accepted_source is null)),
    check ((decided_on is null) = (decided_source is null)),
    check ((announced_on is null) = (announced_source is null)),
    check ((registration_class is null) = (class_catalogue is null))
);

create index ind_sponsor on ind (sponsor_key, place desc);

grant select, insert on ind to ${app};
