alter table delivery_work add column not_before timestamptz not null default '2000-01-01T00:00:00Z';
