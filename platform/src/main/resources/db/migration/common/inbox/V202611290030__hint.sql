alter table delivery_event add column hint text;
