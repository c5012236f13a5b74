create table saved_view (
    tenant_id uuid not null,
    person_id uuid not null,
    page varchar(32) not null,
    view_id uuid not null,
    name varchar(60) not null,
    query varchar(500) not null,
    created_at timestamptz not null,
    primary key (tenant_id, person_id, page, view_id),
    unique (tenant_id, person_id, page, name)
);
comment on table saved_view is 'tenant: a list as one person likes to see it: the filters of its address under a name';
alter table saved_view enable row level security;
create policy saved_view_of_app on saved_view for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, delete on saved_view to ${app};
