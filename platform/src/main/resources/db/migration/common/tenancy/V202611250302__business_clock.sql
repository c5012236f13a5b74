create table business_clock (
    id smallint not null,
    offset_ms bigint not null,
    primary key (id),
    check (id = 1),
    check (offset_ms >= 0)
);
comment on table business_clock is 'system: how far the business clock runs ahead of the machines'' clocks; one row';
grant select, insert, update on business_clock to ${system};
