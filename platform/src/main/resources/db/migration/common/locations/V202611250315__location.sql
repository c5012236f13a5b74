create table location (
    tenant_id uuid not null default nullif(current_setting('onhand.tenant_id', true), '')::uuid,
    location_id uuid not null,
    code varchar(64) not null,
    name varchar(200) not null,
    type varchar(16) not null,
    time_zone varchar(64) not null,
    address varchar(2000),
    active boolean not null,
    created_at timestamptz not null,
    primary key (tenant_id, location_id),
    unique (tenant_id, code),
    check (type in ('store', 'warehouse', 'virtual'))
);
comment on table location is 'tenant: a place that holds stock; the first byte of its id is the region of its rows';
alter table location enable row level security;
create policy location_of_app on location for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy location_of_ledger on location for all to ${ledger} using (true) with check (true);
grant select, insert, update on location to ${app};
grant select on location to ${ledger};
