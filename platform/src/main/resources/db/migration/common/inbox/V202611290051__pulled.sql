alter table delivery add column pulled boolean not null default false;
