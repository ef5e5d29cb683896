-- Documents in pieces, so that none is in memory as a whole. What a request knows of its documents stands in its content.
create table document (
    id        uuid        primary key,
    sha256    text        not null,
    size      bigint      not null check (size > 0),
    stored_at timestamptz not null
);
grant select, insert, delete on document to ${app};

create table document_chunk (
    document uuid  not null references document on delete cascade,
    place    int   not null,
    bytes    bytea not null,
    primary key (document, place)
);
-- pictures and PDF files are compressed already
alter table document_chunk alter column bytes set storage external;
grant select, insert, delete on document_chunk to ${app};
