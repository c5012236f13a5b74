create index push_change_ended on push_change (tenant_id, connection_id, ended_at);
