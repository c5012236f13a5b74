insert into business_clock (id, offset_ms) values (1, 0);
