create table delivery (
    tenant_id uuid not null,
    delivery_id uuid not null,
    connection_id uuid not null,
    received_at timestamptz not null,
    vendor_event_id varchar(200),
    headers text not null,
    body bytea,
    state varchar(16) not null default 'waiting',
    repeats_id uuid,
    detail varchar(2000),
    primary key (tenant_id, delivery_id),
    check (state in ('waiting', 'done', 'exception', 'ignored'))
);
create index delivery_by_time on delivery (tenant_id, received_at, delivery_id);
create index delivery_of_connection on delivery (tenant_id, connection_id, received_at, delivery_id);
comment on table delivery is 'tenant: a message as it came in, whose signature was right; the raw part is cleared after its time';
alter table delivery enable row level security;
create policy delivery_of_app on delivery for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy delivery_of_door on delivery for all to ${door} using (false) with check (true);
grant select, update on delivery to ${app};
grant insert on delivery to ${door};

create table vendor_event (
    tenant_id uuid not null,
    connection_id uuid not null,
    vendor_event_id varchar(200) not null,
    delivery_id uuid not null,
    primary key (tenant_id, connection_id, vendor_event_id)
);
comment on table vendor_event is 'tenant: the first delivery of each message that the sender may send again';
alter table vendor_event enable row level security;
create policy vendor_event_of_app on vendor_event for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert on vendor_event to ${app};

create table delivery_event (
    tenant_id uuid not null,
    delivery_id uuid not null,
    place int4 not null,
    connection_id uuid not null,
    document_id uuid,
    external_id varchar(200),
    revision bigint,
    content text,
    received_at timestamptz not null,
    outcome varchar(16),
    posting_id uuid,
    exception_id uuid,
    detail varchar(2000),
    primary key (tenant_id, delivery_id, place),
    check (outcome in ('applied', 'duplicate', 'stale', 'conflict', 'exception', 'observed', 'ignored'))
);
create index delivery_event_pending on delivery_event (tenant_id, document_id) where outcome is null;
create index delivery_event_of_document on delivery_event (tenant_id, document_id, revision);
create index delivery_event_of_exception on delivery_event (tenant_id, exception_id);
comment on table delivery_event is 'tenant: what a delivery tells, as understood, and what became of it';
alter table delivery_event enable row level security;
create policy delivery_event_of_app on delivery_event for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on delivery_event to ${app};

create table delivery_refused (
    tenant_id uuid not null,
    connection_id uuid not null,
    slot int4 not null,
    refused_at timestamptz not null,
    reason varchar(200) not null,
    refusals bigint not null,
    headers text not null,
    body bytea not null,
    primary key (tenant_id, connection_id, slot)
);
comment on table delivery_refused is 'tenant: the last messages whose signature was wrong, cut; apart from all others and never read by a plugin';
alter table delivery_refused enable row level security;
create policy delivery_refused_of_app on delivery_refused for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on delivery_refused to ${app};
