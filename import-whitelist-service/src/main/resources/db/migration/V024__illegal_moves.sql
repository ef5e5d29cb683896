-- Moves that were tried and are not in the tables; kept for a while, so that operators see confused clients and desks.
create table illegal_move (
    id             bigint      primary key generated always as identity,
    at             timestamptz not null,
    aggregate      text        not null,
    object         text        not null,
    status         text        not null,
    move           text        not null,
    allowed        text[]      not null,
    -- the credential's opaque id
    subject        text        not null,
    organisation   text,
    correlation_id text
);
create index illegal_move_by_object on illegal_move (object, id);
create index illegal_move_by_day on illegal_move (at);
grant select, insert, delete on illegal_move to ${app};
