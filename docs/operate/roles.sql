-- The logins of Onhand, for a server on which the owner may not create roles. Run it as a login with CREATEROLE that owns
-- the (empty) database; no superuser is needed. Choose passwords, then set
-- ONHAND_DATABASE_<APP|LEDGER|SYSTEM|DOOR>_USERNAME and _PASSWORD, and ONHAND_DATABASE_OWNER_USERNAME and _PASSWORD for
-- 'onhand migrate'. Rights on tables come from the migrations.

create role onhand_app login password 'CHANGE-ME-1';
create role onhand_ledger login password 'CHANGE-ME-2';
create role onhand_system login password 'CHANGE-ME-3';
create role onhand_door login password 'CHANGE-ME-4';

-- Where the database or its schema is not open to everybody:
-- grant connect on database onhand to onhand_app, onhand_ledger, onhand_system, onhand_door;
-- grant usage on schema public to onhand_app, onhand_ledger, onhand_system, onhand_door;
