insert into stock_hold (tenant_id, posting_id)
select tenant_id, source_event_id from source_event where state <> 'conflict';
