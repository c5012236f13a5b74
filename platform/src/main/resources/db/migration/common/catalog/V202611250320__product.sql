create table product (
    tenant_id uuid not null default nullif(current_setting('onhand.tenant_id', true), '')::uuid,
    product_id uuid not null,
    name varchar(200) not null,
    first_sku varchar(64) not null,
    created_at timestamptz not null,
    primary key (tenant_id, product_id),
    unique (tenant_id, first_sku)
);
comment on column product.first_sku is 'the least SKU at creation: products are listed by it, and it never changes';
comment on table product is 'tenant: what several variants have in common';
alter table product enable row level security;
create policy product_of_app on product for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on product to ${app};

create table variant (
    tenant_id uuid not null,
    variant_id uuid not null,
    product_id uuid not null,
    sku varchar(64) not null,
    name varchar(200) not null,
    created_at timestamptz not null,
    primary key (tenant_id, variant_id),
    unique (tenant_id, sku)
);
create index variant_by_product on variant (tenant_id, product_id, sku);
comment on table variant is 'tenant: one SKU, the unit of stock';
alter table variant enable row level security;
create policy variant_of_app on variant for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy variant_of_ledger on variant for all to ${ledger} using (true) with check (true);
grant select, insert, update on variant to ${app};
grant select on variant to ${ledger};

create table barcode (
    tenant_id uuid not null,
    code varchar(64) not null,
    variant_id uuid not null,
    pack_millionths bigint not null,
    primary key (tenant_id, code),
    check (pack_millionths > 0)
);
create index barcode_by_variant on barcode (tenant_id, variant_id);
comment on table barcode is 'tenant: a GTIN-14 or a code of the tenant''s own, naming a variant and the units in the pack';
alter table barcode enable row level security;
create policy barcode_of_app on barcode for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on barcode to ${app};

create table variant_term (
    tenant_id uuid not null,
    term varchar(200) not null,
    variant_id uuid not null,
    primary key (tenant_id, term, variant_id)
);
create index variant_term_by_variant on variant_term (tenant_id, variant_id, term);
comment on table variant_term is 'tenant: the folded words by which a variant is found, so that search is a range of an index';
alter table variant_term enable row level security;
create policy variant_term_of_app on variant_term for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, delete on variant_term to ${app};
