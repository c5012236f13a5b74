create table program_stand (
    program_id uuid not null,
    figure varchar(40) not null,
    subject varchar(64) not null,
    thousandths bigint not null,
    noted_at timestamptz not null,
    primary key (program_id, figure, subject)
);
comment on table program_stand is 'system: what each program last noted of itself for the operators, such as how much waits in its ledger queue';
grant select, insert, update, delete on program_stand to ${system};
