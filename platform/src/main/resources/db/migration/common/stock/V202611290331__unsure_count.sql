-- Whoever asks whether a count's clock was off finds nothing here where all clocks are right.
create index stock_count_anchor_unsure on stock_count_anchor (tenant_id, location_id, variant_id)
    where clock_error_ms > 0;
