create table api_key (
    tenant_id uuid not null,
    api_key_id uuid not null,
    name varchar(200) not null,
    role varchar(16) not null,
    scopes varchar(400) not null default '*',
    all_locations boolean not null,
    key_hash bytea not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant_id, api_key_id),
    check (role in ('owner', 'admin', 'manager', 'clerk', 'auditor'))
);
comment on table api_key is 'tenant: a key that a script or till shows instead of a person; kept by SHA-256 only';
alter table api_key enable row level security;
create policy api_key_of_app on api_key for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on api_key to ${app};

create table api_key_location (
    tenant_id uuid not null,
    api_key_id uuid not null,
    location_id uuid not null,
    primary key (tenant_id, api_key_id, location_id)
);
comment on table api_key_location is 'tenant: the locations that a limited key may touch';
alter table api_key_location enable row level security;
create policy api_key_location_of_app on api_key_location for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on api_key_location to ${app};

create table api_key_directory (
    tenant_id uuid not null,
    key_hash bytea not null,
    api_key_id uuid not null,
    primary key (key_hash)
);
comment on table api_key_directory is 'directory: finds the tenant of a key by its SHA-256';
alter table api_key_directory enable row level security;
create policy api_key_directory_of_app on api_key_directory for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy api_key_directory_of_door on api_key_directory for all to ${door} using (true) with check (false);
grant select, insert, delete on api_key_directory to ${app};
grant select on api_key_directory to ${door};
