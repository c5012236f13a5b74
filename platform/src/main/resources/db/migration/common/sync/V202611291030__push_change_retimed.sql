alter table push_change add column retimed boolean not null default false;
