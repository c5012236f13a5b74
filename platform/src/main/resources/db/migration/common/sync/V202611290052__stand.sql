create table connection_stand (
    tenant_id uuid not null,
    connection_id uuid not null,
    paused boolean not null default false,
    pushes_from timestamptz,
    poll_cursor text,
    polled_at timestamptz,
    catalogue_cursor text,
    catalogued_at timestamptz,
    catalogue_due timestamptz not null default '2000-01-01T00:00:00Z',
    observed_at timestamptz,
    reconciled_at timestamptz,
    reconcile_due timestamptz not null default '2000-01-01T00:00:00Z',
    failed_at timestamptz,
    failure varchar(500),
    primary key (tenant_id, connection_id)
);
comment on table connection_stand is 'tenant: how far a connection is with asking and telling its vendor; what is due goes by the machine''s clock';
alter table connection_stand enable row level security;
create policy connection_stand_of_app on connection_stand for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on connection_stand to ${app};
