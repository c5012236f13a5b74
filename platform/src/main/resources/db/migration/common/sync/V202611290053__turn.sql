create table sync_turn (
    connection_id uuid not null,
    kind varchar(8) not null,
    tenant_id uuid not null,
    due_at timestamptz not null,
    attempts int4 not null default 0,
    calls bigint not null default 0,
    lease_until timestamptz not null default '2000-01-01T00:00:00Z',
    fence bigint not null default 0,
    primary key (connection_id, kind),
    check (kind in ('pull', 'push'))
);
create index sync_turn_due on sync_turn (kind, due_at);
comment on table sync_turn is 'system: when a connection is to ask or to tell its vendor next, leased by one program at a time';
grant insert on sync_turn to ${app};
grant select, insert, update, delete on sync_turn to ${system};
