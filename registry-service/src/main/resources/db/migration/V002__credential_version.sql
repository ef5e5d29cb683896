-- What a caller has read, for If-Match; every other aggregate has had one from the start.
alter table credential add version bigint not null default 1 check (version > 0);
