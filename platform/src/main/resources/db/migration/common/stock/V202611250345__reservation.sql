create table reservation (
    tenant_id uuid not null,
    reservation_id uuid not null,
    location_id uuid not null,
    owner varchar(200) not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    posting_id uuid not null,
    ended varchar(12),
    ended_at timestamptz,
    primary key (tenant_id, reservation_id)
);
create index reservation_newest on reservation (tenant_id, created_at, reservation_id);
comment on table reservation is 'tenant: a promise of stock with an owner and an expiry';
alter table reservation enable row level security;
create policy reservation_of_app on reservation for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy reservation_of_ledger on reservation for all to ${ledger} using (true) with check (true);
grant select, insert, update on reservation to ${app};
grant select, insert, update on reservation to ${ledger};

create table reservation_line (
    tenant_id uuid not null,
    reservation_id uuid not null,
    variant_id uuid not null,
    location_id uuid not null,
    held bigint not null,
    remaining bigint not null,
    expires_at timestamptz not null,
    primary key (tenant_id, reservation_id, location_id, variant_id),
    check (remaining between 0 and held)
);
create index reservation_line_open on reservation_line (tenant_id, location_id, variant_id, expires_at) where remaining > 0;
create index reservation_line_due on reservation_line (tenant_id, expires_at) where remaining > 0;
comment on table reservation_line is 'tenant: what a promise holds at one level';
alter table reservation_line enable row level security;
create policy reservation_line_of_app on reservation_line for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy reservation_line_of_ledger on reservation_line for all to ${ledger} using (true) with check (true);
grant select, insert, update on reservation_line to ${app};
grant select, insert, update on reservation_line to ${ledger};
