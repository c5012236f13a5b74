create table push (
    tenant_id uuid not null,
    push_id uuid not null,
    connection_id uuid not null,
    first_tried_at timestamptz not null,
    since timestamptz not null,
    state varchar(8) not null,
    ended_at timestamptz,
    detail varchar(500),
    primary key (tenant_id, push_id),
    check (state in ('open', 'applied', 'refused', 'failed'))
);
create index push_open on push (tenant_id, connection_id) where state = 'open';
comment on table push is 'tenant: changes that a vendor is told together, as they are told until it answers';
alter table push enable row level security;
create policy push_of_app on push for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on push to ${app};

create table push_change (
    tenant_id uuid not null,
    connection_id uuid not null,
    change_key varchar(100) not null,
    location_id uuid not null,
    variant_id uuid not null,
    level_seq bigint not null,
    posting_id uuid,
    item varchar(64) not null,
    location varchar(64) not null,
    type varchar(16) not null,
    quantity bigint not null,
    occurred_at timestamptz not null,
    planned_at timestamptz not null,
    alone boolean not null default false,
    state varchar(8) not null default 'waiting',
    push_id uuid,
    place int4,
    ended_at timestamptz,
    detail varchar(500),
    echoed_at timestamptz,
    primary key (tenant_id, connection_id, change_key),
    check (state in ('waiting', 'open', 'applied', 'refused', 'given-up'))
);
create index push_change_waiting on push_change (tenant_id, connection_id, planned_at) where state = 'waiting';
create index push_change_open on push_change (tenant_id, connection_id, push_id) where state = 'open';
create index push_change_of_level on push_change (tenant_id, connection_id, location_id, variant_id, level_seq);
comment on table push_change is 'tenant: a change of stock that a vendor is to be told, was told, or did not want; its key is told with it';
alter table push_change enable row level security;
create policy push_change_of_app on push_change for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on push_change to ${app};
