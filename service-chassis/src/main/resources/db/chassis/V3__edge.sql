-- Keys that every instance of the service shares. 244 random bits; generated here, so that no deployment can forget it.
create table chassis_key (
    name text primary key,
    key bytea not null
);
insert into chassis_key (name, key)
values ('cursor', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
grant select on chassis_key to ${app};

-- The answer to each request that created something, written in the transaction of its effect.
create table idempotency_answer (
    -- SHA-256 of client, organisation, method, path and key: nobody's key or path lies here in the clear
    scope bytea primary key,
    -- SHA-256 of the raw body
    request bytea not null,
    status smallint not null,
    location text,
    -- null if the answer carried a secret
    body bytea,
    secret boolean not null,
    created_at timestamptz not null default now()
);
-- the purge looks for the oldest
create index idempotency_answer_created_at on idempotency_answer (created_at);
grant select, insert, delete on idempotency_answer to ${app};
