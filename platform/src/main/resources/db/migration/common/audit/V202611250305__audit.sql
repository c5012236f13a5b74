create table audit_entry (
    tenant_id uuid not null,
    at timestamptz not null,
    entry_id uuid not null,
    actor_type varchar(16) not null,
    actor_id varchar(64) not null,
    action varchar(40) not null,
    object_type varchar(40) not null,
    object_id varchar(200) not null,
    before_state text,
    after_state text,
    door varchar(40) not null,
    address varchar(64) not null,
    correlation_id varchar(64) not null,
    primary key (tenant_id, at, entry_id)
);
create index audit_entry_by_actor on audit_entry (tenant_id, actor_id, at, entry_id);
create index audit_entry_by_object on audit_entry (tenant_id, object_id, at, entry_id);
comment on table audit_entry is 'tenant: who changed what, append-only; people by id only';
alter table audit_entry enable row level security;
create policy audit_entry_of_app on audit_entry for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert on audit_entry to ${app};

create table audit_seal (
    tenant_id uuid not null,
    seal_no bigint not null,
    sealed_at timestamptz not null,
    last_entry_at timestamptz not null,
    last_entry_id uuid not null,
    entries bigint not null,
    hash bytea not null,
    primary key (tenant_id, seal_no)
);
comment on table audit_seal is 'tenant: a hash over the former seal and the entries since, append-only';
alter table audit_seal enable row level security;
create policy audit_seal_of_app on audit_seal for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert on audit_seal to ${app};
