-- A broker may have a row for longer than the outbox: what failed then must not depend on it.
alter table relay_failure add column tenant_id uuid;
alter table relay_failure add column topic varchar(60);
alter table relay_failure add column envelope text;
