create table shared_key (
    id smallint not null,
    secret bytea not null,
    primary key (id),
    check (id = 1)
);
comment on table shared_key is 'system: a random secret that the programs on this database share, made by the first; one row';
grant select, insert on shared_key to ${system};
