create table program_operator (
    person_id uuid not null,
    since timestamptz not null,
    primary key (person_id)
);
comment on table program_operator is 'system: who runs the programs and sees how they stand, which gives no right in any tenant';
grant select, insert, delete on program_operator to ${system};
