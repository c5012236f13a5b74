-- A walk over a tenant's movements of a rare type would read all others. Sales are what there is most of: they are
-- found soon without this, and do not pay for it.
create index stock_movement_by_type on stock_movement
    (tenant_id, type, location_id, variant_id, recorded_at desc, level_seq desc)
    where type <> 'sale';
