create table connection (
    tenant_id uuid not null,
    connection_id uuid not null,
    code varchar(64) not null,
    plugin varchar(64) not null,
    name varchar(200) not null,
    mode varchar(8) not null,
    names_are_ours boolean not null,
    created_at timestamptz not null,
    primary key (tenant_id, connection_id),
    unique (tenant_id, code),
    check (mode in ('observe', 'live'))
);
comment on table connection is 'tenant: an installed till or channel bound to an account; the first byte of its id is the region of its postings';
alter table connection enable row level security;
create policy connection_of_app on connection for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on connection to ${app};

create table source_event (
    tenant_id uuid not null,
    source_event_id uuid not null,
    connection_id uuid not null,
    external_id varchar(200) not null,
    revision bigint not null,
    content_hash bytea not null,
    state varchar(16) not null,
    exception_id uuid not null,
    posting_id uuid,
    content text not null,
    actor_type varchar(16) not null,
    actor_id varchar(64) not null,
    delivery_id uuid,
    received_at timestamptz not null,
    primary key (tenant_id, source_event_id),
    check (state in ('exception', 'conflict', 'ignored', 'applied', 'stale'))
);
create index source_event_of_exception on source_event (tenant_id, exception_id);
comment on table source_event is 'tenant: an event that was not applied when it came, kept whole; its id is that of the posting it would be, or of a conflict also from its content, so that one content at most waits under an identity';
alter table source_event enable row level security;
create policy source_event_of_app on source_event for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on source_event to ${app};
