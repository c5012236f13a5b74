create table person_identity (
    issuer varchar(400) not null,
    subject varchar(255) not null,
    person_id uuid not null,
    created_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, person_id)
);
comment on table person_identity is 'system: as whom another issuer knows a person; bound once, by the email that it has verified';
grant select, insert on person_identity to ${system};
