create table delivery_work (
    work_id uuid not null,
    kind varchar(8) not null,
    tenant_id uuid not null,
    connection_id uuid not null,
    since timestamptz not null,
    due_at timestamptz not null,
    attempts int4 not null default 0,
    arrivals bigint not null default 1,
    lease_until timestamptz not null default '2000-01-01T00:00:00Z',
    fence bigint not null default 0,
    primary key (work_id),
    check (kind in ('read', 'post'))
);
create index delivery_work_due on delivery_work (kind, due_at);
create index delivery_work_of_connection on delivery_work (connection_id, kind, due_at);
comment on table delivery_work is 'system: deliveries that wait to be read and documents that wait to be posted, each leased by one program at a time';
grant insert on delivery_work to ${app};
grant insert on delivery_work to ${door};
grant select, insert, update, delete on delivery_work to ${system};
