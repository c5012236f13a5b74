create table tenant (
    tenant_id uuid not null,
    code varchar(64) not null,
    name varchar(200) not null,
    created_at timestamptz not null,
    primary key (tenant_id)
);
comment on table tenant is 'tenant: one retailer; owns everything that carries its id';
alter table tenant enable row level security;
create policy tenant_of_app on tenant for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on tenant to ${app};

create table tenant_directory (
    tenant_id uuid not null,
    code_hash bytea not null,
    primary key (tenant_id),
    unique (code_hash)
);
comment on table tenant_directory is 'directory: every tenant there is, for jobs that visit each; its code by SHA-256 only';
alter table tenant_directory enable row level security;
create policy tenant_directory_of_app on tenant_directory for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy tenant_directory_of_door on tenant_directory for all to ${door} using (true) with check (false);
grant select, insert on tenant_directory to ${app};
grant select on tenant_directory to ${door};
