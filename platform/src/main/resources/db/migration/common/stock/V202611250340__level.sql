create table stock_level (
    tenant_id uuid not null,
    location_id uuid not null,
    variant_id uuid not null,
    on_hand bigint not null default 0,
    committed bigint not null default 0,
    unavailable bigint not null default 0,
    incoming bigint not null default 0,
    in_transit bigint not null default 0,
    available bigint not null generated always as (on_hand - committed - unavailable) stored,
    last_seq bigint not null default 0,
    last_effective_at timestamptz,
    last_count_at timestamptz,
    changed_at timestamptz not null,
    primary key (tenant_id, location_id, variant_id),
    check (committed >= 0),
    check (unavailable >= 0),
    check (in_transit >= 0)
);
create index stock_level_by_variant on stock_level (tenant_id, variant_id, location_id);
comment on table stock_level is 'tenant: the running balances of one variant at one location; always the fold of its movements';
alter table stock_level enable row level security;
create policy stock_level_of_app on stock_level for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_level_of_ledger on stock_level for all to ${ledger} using (true) with check (true);
grant select, insert, update on stock_level to ${app};
grant select, insert, update on stock_level to ${ledger};
