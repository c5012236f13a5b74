create table stock_posting (
    tenant_id uuid not null,
    posting_id uuid not null,
    source_id uuid not null,
    external_id varchar(200) not null,
    revision bigint not null,
    content_hash bytea not null,
    type varchar(24) not null,
    cause_type varchar(24) not null,
    cause_id varchar(200) not null,
    actor_type varchar(16) not null,
    actor_id varchar(64) not null,
    occurred_at timestamptz not null,
    clock_error_ms bigint not null default 0,
    recorded_at timestamptz not null,
    delivery_id uuid,
    reverses_id uuid,
    note varchar(2000),
    location_ids uuid[] not null,
    variant_ids uuid[] not null,
    primary key (tenant_id, posting_id)
);
comment on table stock_posting is 'tenant: what was posted, for ever: the memory that makes posting idempotent; append-only';
alter table stock_posting enable row level security;
create policy stock_posting_of_app on stock_posting for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_posting_of_ledger on stock_posting for all to ${ledger} using (true) with check (true);
grant select, insert on stock_posting to ${app};
grant select, insert on stock_posting to ${ledger};

create table stock_posting_repeat (
    tenant_id uuid not null,
    posting_id uuid not null,
    repeat_id uuid not null,
    kind varchar(16) not null,
    delivery_id uuid,
    content_hash bytea not null,
    at timestamptz not null,
    primary key (tenant_id, posting_id, repeat_id)
);
comment on table stock_posting_repeat is 'tenant: repeats of a posting that changed nothing; append-only';
alter table stock_posting_repeat enable row level security;
create policy stock_posting_repeat_of_app on stock_posting_repeat for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_posting_repeat_of_ledger on stock_posting_repeat for all to ${ledger} using (true) with check (true);
grant select, insert on stock_posting_repeat to ${app};
grant select, insert on stock_posting_repeat to ${ledger};
