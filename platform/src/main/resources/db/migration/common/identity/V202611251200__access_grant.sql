create table access_grant (
    grant_id uuid not null,
    client_id varchar(64) not null,
    person_id uuid not null,
    tenant_id uuid not null,
    session_hash bytea not null,
    asked varchar(8000) not null,
    scopes varchar(400) not null,
    proof_kind varchar(8) not null,
    proof_hash bytea not null,
    proof_issued_at timestamptz not null,
    proof_expires_at timestamptz not null,
    spent_hash bytea,
    primary key (grant_id),
    unique (proof_hash),
    check (proof_kind in ('consent', 'code', 'refresh'))
);
comment on table access_grant is 'system: what a person lets a program do on its behalf, for as long as the session lasts in which it said so; the secret that takes it one step on and the one before, by SHA-256 only';
create index access_grant_by_spent on access_grant (spent_hash);
create index access_grant_by_end on access_grant (proof_expires_at);
grant select, insert, update, delete on access_grant to ${system};

create table signing_key (
    purpose varchar(32) not null,
    sealed_key bytea not null,
    created_at timestamptz not null,
    primary key (purpose)
);
comment on table signing_key is 'system: keys that all programs sign with, sealed by the master key';
grant select, insert on signing_key to ${system};
