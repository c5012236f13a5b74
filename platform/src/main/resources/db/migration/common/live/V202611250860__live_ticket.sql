create table live_ticket (
    tenant_id uuid not null,
    ticket_hash bytea not null,
    actor_type varchar(16) not null,
    actor_id varchar(64) not null,
    session_id varchar(64),
    expires_at timestamptz not null,
    primary key (ticket_hash)
);
create index live_ticket_by_expiry on live_ticket (tenant_id, expires_at);
comment on table live_ticket is 'directory: finds the tenant of a ticket for live connections by its SHA-256; good once and for half a minute';
alter table live_ticket enable row level security;
create policy live_ticket_of_app on live_ticket for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy live_ticket_of_door on live_ticket for all to ${door} using (true) with check (false);
grant select, insert, delete on live_ticket to ${app};
grant select on live_ticket to ${door};
