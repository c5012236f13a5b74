insert into connection_stand (tenant_id, connection_id, pushes_from)
select tenant_id, connection_id, case when mode = 'live' then current_timestamp end
from connection where plugin <> 'generic'
on conflict do nothing;
insert into sync_turn (connection_id, kind, tenant_id, due_at)
select c.connection_id, k.kind, c.tenant_id, current_timestamp
from connection c cross join (values ('pull'), ('push')) as k (kind) where c.plugin <> 'generic'
on conflict do nothing;
