create table stock_document (
    tenant_id uuid not null,
    document_id uuid not null,
    revision bigint not null,
    primary key (tenant_id, document_id)
);
comment on table stock_document is 'tenant: documents that came with a revision or were reversed; the row is their lock';
alter table stock_document enable row level security;
create policy stock_document_of_app on stock_document for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_document_of_ledger on stock_document for all to ${ledger} using (true) with check (true);
grant select, insert, update on stock_document to ${app};
grant select, insert, update on stock_document to ${ledger};

create table stock_document_line (
    tenant_id uuid not null,
    document_id uuid not null,
    line_no int4 not null,
    line varchar(64) not null,
    location_id uuid not null,
    variant_id uuid not null,
    account smallint not null,
    bucket varchar(24) not null default '',
    quantity bigint not null,
    count_seq bigint,
    revision bigint not null,
    effective_at timestamptz not null,
    primary key (tenant_id, document_id, line_no, location_id, variant_id, account, bucket)
);
comment on table stock_document_line is 'tenant: what stands applied of a document with revisions';
alter table stock_document_line enable row level security;
create policy stock_document_line_of_app on stock_document_line for all to ${app}
    using (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('onhand.tenant_id', true), '')::uuid);
create policy stock_document_line_of_ledger on stock_document_line for all to ${ledger} using (true) with check (true);
grant select, insert, update on stock_document_line to ${app};
grant select, insert, update on stock_document_line to ${ledger};
