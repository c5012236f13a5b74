create index source_event_waiting on source_event (tenant_id, connection_id) where state = 'exception';
