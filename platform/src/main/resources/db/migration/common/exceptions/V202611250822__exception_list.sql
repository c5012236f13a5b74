create index exception_by_time on exception (tenant_id, first_at, exception_id);
create index exception_of_state on exception (tenant_id, state, first_at, exception_id);
