create table relay_shard (
    shard smallint not null,
    holder uuid not null,
    fence bigint not null,
    held_until timestamptz not null,
    handed_to timestamptz not null,
    primary key (shard)
);
comment on table relay_shard is 'system: which program hands out the work of a shard of the outbox, and up to when all of it was handed out';
grant select, insert, update on relay_shard to ${system};

create table relay_failure (
    consumer varchar(64) not null,
    event_id uuid not null,
    shard smallint not null,
    created_at timestamptz not null,
    attempts bigint not null,
    next_at timestamptz not null,
    failed_at timestamptz not null,
    detail varchar(500) not null,
    primary key (consumer, event_id)
);
create index relay_failure_by_event on relay_failure (event_id);
create index relay_failure_by_time on relay_failure (next_at);
comment on table relay_failure is 'system: rows of the outbox that a consumer could not take yet, and when it gets them again';
grant select, insert, update, delete on relay_failure to ${system};
