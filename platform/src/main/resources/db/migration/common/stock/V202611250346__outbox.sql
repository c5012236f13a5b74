create table outbox (
    shard smallint not null,
    created_at timestamptz not null,
    event_id uuid not null,
    tenant_id uuid not null,
    topic varchar(60) not null,
    envelope text not null,
    primary key (shard, created_at, event_id)
);
comment on table outbox is 'system: what changed, one row per location and batch, until every consumer has it';
grant insert on outbox to ${app};
grant insert on outbox to ${ledger};
grant select, delete on outbox to ${system};
