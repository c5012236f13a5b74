create table person_session (
    session_hash bytea not null,
    person_id uuid not null,
    tenant_id uuid,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (session_hash)
);
comment on table person_session is 'system: a signed-in browser by the SHA-256 of its cookie, and the tenant it has chosen';
create index person_session_by_person on person_session (person_id);
create index person_session_by_end on person_session (expires_at);
grant select, insert, update, delete on person_session to ${system};

create table sign_in_try (
    subject_hash bytea not null,
    began_at timestamptz not null,
    tries bigint not null,
    primary key (subject_hash)
);
comment on table sign_in_try is 'system: tries to sign in as somebody from an address since a moment; subjects by SHA-256 only';
create index sign_in_try_by_time on sign_in_try (began_at);
grant select, insert, update, delete on sign_in_try to ${system};
