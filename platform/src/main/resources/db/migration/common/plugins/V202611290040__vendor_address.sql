create table vendor_address (
    plugin varchar(64) not null,
    address varchar(200) not null,
    door varchar(200) not null,
    primary key (plugin)
);
comment on table vendor_address is 'system: where a stand-in plays a vendor for the demo, and the program that runs it';
grant select, insert, update on vendor_address to ${system};
