create table stock_hold (
    tenant_id uuid not null,
    posting_id uuid not null,
    primary key (tenant_id, posting_id)
);
comment on table stock_hold is 'tenant: identities whose events are kept outside of the ledger; only who settles such an event posts under its identity; append-only';
alter table stock_hold enable row level security;
create policy stock_hold_of_app on stock_hold for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_hold_of_ledger on stock_hold for all to ${ledger} using (true) with check (true);
grant select, insert on stock_hold to ${app};
grant select on stock_hold to ${ledger};
