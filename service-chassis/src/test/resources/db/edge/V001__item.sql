create table item (
    id uuid primary key,
    name text not null
);
grant select, insert on item to ${app};
