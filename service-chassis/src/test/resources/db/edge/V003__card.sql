create table card (
    id uuid primary key,
    seq bigint generated always as identity,
    name text not null,
    due date not null,
    made_at timestamptz not null,
    version bigint not null
);
grant select, insert, update on card to ${app};
