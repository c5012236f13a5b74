alter table delivery_work add constraint kind_of_work check (kind in ('read', 'fetch', 'post'));
