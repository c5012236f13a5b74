grant delete on push to ${app};
grant delete on push_change to ${app};
