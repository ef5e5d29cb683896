-- By what a request, an entry or a batch is found. The key is also the index: one term's hits in the order of their ids.
create table search_term (
    term text not null,
    hit  uuid not null,
    kind text not null,
    primary key (term, hit)
);
create index search_term_by_hit on search_term (hit);
grant select, insert, delete on search_term to ${app};
