-- What the service itself signs with. The public half stays: what it signed has to be verifiable for as long as it holds.
create table issuer_key (
    -- the thumbprint
    kid        text        primary key,
    x          text        not null,
    -- the private half, wrapped; null once it signs no more
    wrapped    bytea,
    created_at timestamptz not null,
    -- somebody else may have it: it is published no longer, and nothing that it signed counts
    revoked_at timestamptz,
    check (revoked_at is null or wrapped is null)
);
create unique index issuer_key_signs_once on issuer_key ((true)) where wrapped is not null;
grant select, insert, update on issuer_key to ${app};

-- A random id, and a size that does not follow the number of receipts: neither tells how many there are.
create table receipt_list (
    id         uuid        primary key,
    size       int         not null check (size > 0 and size % 4 = 0),
    taken      int         not null check (taken between 0 and size),
    created_at timestamptz not null
);
grant select, insert, update on receipt_list to ${app};

create table entry_receipt (
    entry            uuid        not null references entry,
    version          int         not null,
    list             uuid        not null references receipt_list,
    position         int         not null,
    -- what it says: an entry that says something else by now makes it invalid
    article          jsonb       not null,
    waived_documents jsonb       not null,
    valid_from       date        not null,
    valid_to         date,
    kid              text        not null references issuer_key,
    issued_at        timestamptz not null,
    expires_at       timestamptz not null,
    jws              text        not null,
    primary key (entry, version),
    unique (list, position)
);
grant select, insert on entry_receipt to ${app};
