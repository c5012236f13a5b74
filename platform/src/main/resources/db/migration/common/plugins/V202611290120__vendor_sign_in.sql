create table vendor_sign_in (
    tenant_id uuid not null,
    state_hash bytea not null,
    connection_id uuid not null,
    actor_type varchar(16) not null,
    actor_id varchar(64) not null,
    redirect varchar(2000) not null,
    until timestamptz not null,
    primary key (tenant_id, state_hash)
);
create index vendor_sign_in_until on vendor_sign_in (tenant_id, until);
comment on table vendor_sign_in is 'tenant: sign-ins at vendors that have begun, by the SHA-256 of their state';
alter table vendor_sign_in enable row level security;
create policy vendor_sign_in_of_app on vendor_sign_in for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, delete on vendor_sign_in to ${app};
