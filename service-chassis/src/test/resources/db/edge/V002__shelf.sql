create table shelf (id uuid primary key, name text not null, version bigint not null);
grant select, insert, update on shelf to ${app};
