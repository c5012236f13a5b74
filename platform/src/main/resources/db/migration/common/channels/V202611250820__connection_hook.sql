alter table connection add column name_match varchar(8) not null default 'none';
alter table connection add column settings text not null default '{}';
alter table connection add column secrets bytea;
alter table connection add column hook_key varchar(64);

create table connection_directory (
    tenant_id uuid not null,
    key_hash bytea not null,
    connection_id uuid not null,
    primary key (key_hash)
);
comment on table connection_directory is 'directory: finds the tenant of a hook by the SHA-256 of its key';
alter table connection_directory enable row level security;
create policy connection_directory_of_app on connection_directory for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy connection_directory_of_door on connection_directory for all to ${door} using (true) with check (false);
grant select, insert, delete on connection_directory to ${app};
grant select on connection_directory to ${door};
