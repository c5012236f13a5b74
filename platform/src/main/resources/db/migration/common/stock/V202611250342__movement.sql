create table stock_movement (
    tenant_id uuid not null,
    location_id uuid not null,
    variant_id uuid not null,
    level_seq bigint not null,
    account smallint not null,
    bucket varchar(24),
    type varchar(24) not null,
    quantity bigint not null,
    balance_after bigint not null,
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    posting_id uuid not null,
    line_no int4 not null,
    line varchar(64) not null,
    counted bigint,
    corrects_seq bigint,
    because_seq bigint,
    reason varchar(40),
    lot_id uuid,
    entered_quantity varchar(40),
    entered_unit varchar(24),
    primary key (tenant_id, location_id, variant_id, recorded_at, level_seq)
);
comment on table stock_movement is 'tenant: one signed change of one account of a level; append-only';
alter table stock_movement enable row level security;
create policy stock_movement_of_app on stock_movement for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_movement_of_ledger on stock_movement for all to ${ledger} using (true) with check (true);
grant select, insert on stock_movement to ${app};
grant select, insert on stock_movement to ${ledger};
