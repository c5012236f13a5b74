create table till_drift (
    tenant_id uuid not null,
    connection_id uuid not null,
    location_id uuid not null,
    variant_id uuid not null,
    theirs bigint not null,
    ours bigint not null,
    looks int4 not null,
    first_at timestamptz not null,
    seen_at timestamptz not null,
    primary key (tenant_id, connection_id, location_id, variant_id)
);
comment on table till_drift is 'tenant: where a till showed another number than ours at the last look, and nothing explained it';
alter table till_drift enable row level security;
create policy till_drift_of_app on till_drift for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on till_drift to ${app};

create table reconciliation (
    tenant_id uuid not null,
    connection_id uuid not null,
    at timestamptz not null,
    report text not null,
    primary key (tenant_id, connection_id)
);
comment on table reconciliation is 'tenant: what the last comparison of a till''s stock with ours came to';
alter table reconciliation enable row level security;
create policy reconciliation_of_app on reconciliation for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on reconciliation to ${app};
