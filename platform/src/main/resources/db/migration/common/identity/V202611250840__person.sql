create table person (
    person_id uuid not null,
    email varchar(254) not null,
    name varchar(200) not null,
    password_hash varchar(200),
    created_at timestamptz not null,
    disabled_at timestamptz,
    primary key (person_id),
    unique (email)
);
comment on table person is 'system: somebody who signs in, the same in every tenant that admits them; the email in small letters';
grant select, insert, update on person to ${system};

create table membership (
    tenant_id uuid not null,
    person_id uuid not null,
    role varchar(16) not null,
    all_locations boolean not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    primary key (tenant_id, person_id),
    check (role in ('owner', 'admin', 'manager', 'clerk', 'auditor'))
);
comment on table membership is 'tenant: what a person is in the tenant; ended, it is worth nothing';
alter table membership enable row level security;
create policy membership_of_app on membership for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on membership to ${app};

create table membership_location (
    tenant_id uuid not null,
    person_id uuid not null,
    location_id uuid not null,
    primary key (tenant_id, person_id, location_id)
);
comment on table membership_location is 'tenant: the locations that a limited member may touch';
alter table membership_location enable row level security;
create policy membership_location_of_app on membership_location for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on membership_location to ${app};

create table membership_directory (
    tenant_id uuid not null,
    person_id uuid not null,
    primary key (person_id, tenant_id)
);
comment on table membership_directory is 'directory: finds the tenants of a person who signs in';
alter table membership_directory enable row level security;
create policy membership_directory_of_app on membership_directory for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy membership_directory_of_door on membership_directory for all to ${door} using (true) with check (false);
grant select, insert, delete on membership_directory to ${app};
grant select on membership_directory to ${door};
