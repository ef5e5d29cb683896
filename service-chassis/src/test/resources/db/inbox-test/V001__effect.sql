-- No unique key: what is applied twice shall be seen.
create table effect (
    id        bigint generated always as identity primary key,
    aggregate text   not null,
    version   bigint not null,
    note      varchar(40) not null
);
grant select, insert, delete on effect to ${app};
