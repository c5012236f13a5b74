-- While it is set nothing is promised of the level: the auditor found that it is not the fold of its movements.
alter table stock_level add column frozen_at timestamptz;
