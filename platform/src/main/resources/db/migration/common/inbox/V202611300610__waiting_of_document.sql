-- A queue is empty most of the time: statistics that say so make every reading of what waits seem
-- cheap by this index, that of one delivery, too. Only what asks for documents can use it now.
create index delivery_event_waiting on delivery_event (tenant_id, document_id)
    where outcome is null and document_id is not null;
drop index delivery_event_pending;
