alter table delivery_work drop constraint if exists delivery_work_kind_check;
alter table delivery_work drop constraint if exists check_kind;
