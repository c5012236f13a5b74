create table connection_location (
    tenant_id uuid not null,
    connection_id uuid not null,
    external varchar(64) not null,
    location_id uuid not null,
    changed_at timestamptz not null,
    primary key (tenant_id, connection_id, external)
);
comment on table connection_location is 'tenant: what a connection calls our places';
alter table connection_location enable row level security;
create policy connection_location_of_app on connection_location for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on connection_location to ${app};

create table connection_variant (
    tenant_id uuid not null,
    connection_id uuid not null,
    external varchar(64) not null,
    variant_id uuid not null,
    changed_at timestamptz not null,
    primary key (tenant_id, connection_id, external)
);
comment on table connection_variant is 'tenant: what a connection calls our items, where its names do not say it themselves';
alter table connection_variant enable row level security;
create policy connection_variant_of_app on connection_variant for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on connection_variant to ${app};
