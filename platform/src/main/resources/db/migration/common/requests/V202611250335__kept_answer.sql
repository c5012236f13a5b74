create table kept_answer (
    tenant_id uuid not null,
    request_id uuid not null,
    body_hash bytea not null,
    status smallint not null,
    answer text not null,
    location varchar(400),
    kept_until timestamptz not null,
    primary key (tenant_id, request_id)
);
create index kept_answer_due on kept_answer (tenant_id, kept_until);
comment on table kept_answer is 'tenant: the answer to a request that carried an idempotency key and moved no stock, for seven days';
alter table kept_answer enable row level security;
create policy kept_answer_of_app on kept_answer for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
grant select, insert, update, delete on kept_answer to ${app};
