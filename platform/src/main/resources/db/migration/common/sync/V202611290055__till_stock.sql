create table till_stock (
    tenant_id uuid not null,
    connection_id uuid not null,
    item varchar(64) not null,
    location varchar(64) not null,
    quantity bigint not null,
    at timestamptz not null,
    seen_at timestamptz not null,
    primary key (tenant_id, connection_id, item, location)
);
comment on table till_stock is 'tenant: what a till was last seen to take its stock to be; compared, never applied';
alter table till_stock enable row level security;
create policy till_stock_of_app on till_stock for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on till_stock to ${app};
