grant delete on delivery to ${app};
grant delete on vendor_event to ${app};
