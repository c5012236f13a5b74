create table lease (
    name varchar(64) not null,
    holder uuid not null,
    held_until timestamptz not null,
    primary key (name)
);
comment on table lease is 'system: what one program at a time does, and which one; free when its time has run out';
grant select, insert, update on lease to ${system};
