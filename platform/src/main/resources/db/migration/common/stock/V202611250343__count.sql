create table stock_count_anchor (
    tenant_id uuid not null,
    location_id uuid not null,
    variant_id uuid not null,
    effective_at timestamptz not null,
    source_id uuid not null,
    external_id varchar(200) not null,
    revision bigint not null,
    line_no int4 not null,
    level_seq bigint not null,
    counted bigint not null,
    clock_error_ms bigint not null default 0,
    primary key (tenant_id, location_id, variant_id, effective_at, source_id, external_id, revision, line_no)
);
comment on table stock_count_anchor is 'tenant: the counts of a level in order; append-only';
alter table stock_count_anchor enable row level security;
create policy stock_count_anchor_of_app on stock_count_anchor for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_count_anchor_of_ledger on stock_count_anchor for all to ${ledger} using (true) with check (true);
grant select, insert on stock_count_anchor to ${app};
grant select, insert on stock_count_anchor to ${ledger};

create table stock_count_revocation (
    tenant_id uuid not null,
    location_id uuid not null,
    variant_id uuid not null,
    level_seq bigint not null,
    by_posting_id uuid not null,
    primary key (tenant_id, location_id, variant_id, level_seq)
);
comment on table stock_count_revocation is 'tenant: counts that were taken back; append-only';
alter table stock_count_revocation enable row level security;
create policy stock_count_revocation_of_app on stock_count_revocation for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_count_revocation_of_ledger on stock_count_revocation for all to ${ledger} using (true) with check (true);
grant select, insert on stock_count_revocation to ${app};
grant select, insert on stock_count_revocation to ${ledger};
