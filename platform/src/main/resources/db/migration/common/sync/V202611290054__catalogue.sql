create table connection_item (
    tenant_id uuid not null,
    connection_id uuid not null,
    external varchar(64) not null,
    name varchar(500) not null,
    sku varchar(200),
    barcode varchar(200),
    deleted boolean not null,
    seen_at timestamptz not null,
    primary key (tenant_id, connection_id, external)
);
comment on table connection_item is 'tenant: an item as the vendor of a connection keeps it';
alter table connection_item enable row level security;
create policy connection_item_of_app on connection_item for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on connection_item to ${app};

create table connection_place (
    tenant_id uuid not null,
    connection_id uuid not null,
    external varchar(64) not null,
    name varchar(500) not null,
    active boolean not null,
    seen_at timestamptz not null,
    primary key (tenant_id, connection_id, external)
);
comment on table connection_place is 'tenant: a place as the vendor of a connection keeps it';
alter table connection_place enable row level security;
create policy connection_place_of_app on connection_place for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on connection_place to ${app};
