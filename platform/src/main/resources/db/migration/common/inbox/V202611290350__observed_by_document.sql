create index delivery_event_observed on delivery_event (tenant_id, connection_id, external_id, revision desc, received_at, delivery_id, place) where outcome = 'observed';
