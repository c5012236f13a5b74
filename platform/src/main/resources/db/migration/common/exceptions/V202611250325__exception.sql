create table exception (
    tenant_id uuid not null,
    exception_id uuid not null,
    kind varchar(32) not null,
    subject varchar(600) not null,
    state varchar(8) not null,
    open_key varchar(36) not null,
    repeats bigint not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    closed_at timestamptz,
    detail varchar(2000) not null,
    owner_id varchar(64),
    links text not null,
    primary key (tenant_id, exception_id),
    unique (tenant_id, kind, subject, open_key),
    check (state in ('open', 'closed')),
    check (repeats > 0)
);
comment on table exception is 'tenant: a piece of work for a person; open_key is ''open'' while open and the id afterwards, so that one is open per kind and subject';
alter table exception enable row level security;
create policy exception_of_app on exception for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update on exception to ${app};
