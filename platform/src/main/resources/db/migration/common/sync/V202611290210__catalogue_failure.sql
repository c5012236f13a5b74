alter table connection_stand add column catalogue_failed_at timestamptz;
alter table connection_stand add column catalogue_failure varchar(500);
