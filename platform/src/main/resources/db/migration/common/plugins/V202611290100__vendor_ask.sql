create table vendor_ask (
    tenant_id uuid not null,
    connection_id uuid not null,
    asked_hour timestamptz not null,
    host varchar(253) not null,
    call varchar(16) not null,
    outcome varchar(8) not null,
    requests bigint not null,
    bytes_sent bigint not null,
    bytes_received bigint not null,
    last_at timestamptz not null,
    primary key (tenant_id, connection_id, asked_hour, host, call, outcome)
);
comment on table vendor_ask is 'tenant: how often in an hour a connection asked a vendor, and how it ended';
alter table vendor_ask enable row level security;
create policy vendor_ask_of_app on vendor_ask for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on vendor_ask to ${app};
