-- What we know of the registry's organisations; rebuilt from the topic, so it holds the whole record as JSON.
create table party (
    id      text   primary key,
    name_zh text   not null,
    -- the registry's event that we saw last; decisions store it
    version bigint not null,
    body    jsonb  not null
);
grant select, insert, update on party to ${app};

create table calendar_year (
    year    int   primary key,
    version int   not null,
    source  text  not null,
    body    jsonb not null
);
grant select, insert, update on calendar_year to ${app};
