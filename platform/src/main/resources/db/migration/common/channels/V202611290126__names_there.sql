create index connection_location_by_ours on connection_location (tenant_id, connection_id, location_id, external);
create index connection_variant_by_ours on connection_variant (tenant_id, connection_id, variant_id, external);
