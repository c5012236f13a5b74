package io.onhand.database;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database says about a login and its rights, asked by that login. */
class AccessQueries {

    private final JdbcClient jdbc;

    AccessQueries(DataSource pool) {
        this.jdbc = JdbcClient.create(pool);
    }

    /** The login of this pool and what exempts it from row-level security. */
    record Who(String name, boolean superuser, boolean bypassesRowSecurity) {}

    /**
     * A table as this login meets it.
     *
     * @param comment begins with its class
     * @param owned whether the login is its owner, or a member of it
     */
    record Table(
            String name,
            @Nullable String comment,
            boolean rowSecurity,
            boolean owned,
            boolean selects,
            boolean inserts,
            boolean updates,
            boolean deletes,
            boolean truncates) {}

    /** A policy as the catalog prints it. */
    record CatalogPolicy(
            String name,
            String table,
            String permissive,
            String roles,
            String command,
            @Nullable String using,
            @Nullable String check) {}

    Who who() {
        return jdbc.sql(
                        """
                        select rolname as name, rolsuper as superuser,
                               rolbypassrls as bypasses_row_security
                        from pg_roles where rolname = current_user
                        """)
                .query(Who.class)
                .single();
    }

    List<Table> tables() {
        return jdbc.sql(
                        """
                        select c.relname as name, obj_description(c.oid, 'pg_class') as comment,
                               c.relrowsecurity as row_security,
                               pg_has_role(current_user, c.relowner, 'member') as owned,
                               has_table_privilege(current_user, c.oid, 'select') as selects,
                               has_table_privilege(current_user, c.oid, 'insert') as inserts,
                               has_table_privilege(current_user, c.oid, 'update') as updates,
                               has_table_privilege(current_user, c.oid, 'delete') as deletes,
                               has_table_privilege(current_user, c.oid, 'truncate') as truncates
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind = 'r'
                        order by c.relname
                        """)
                .query(new DataClassRowMapper<>(Table.class))
                .list();
    }

    List<CatalogPolicy> policies() {
        return jdbc.sql(
                        """
                        select policyname as name, tablename as table, permissive,
                               array_to_string(roles, ',') as roles, cmd as command,
                               qual as using, with_check as check
                        from pg_policies
                        where schemaname = 'public'
                        order by tablename, policyname
                        """)
                .query(new DataClassRowMapper<>(CatalogPolicy.class))
                .list();
    }
}
