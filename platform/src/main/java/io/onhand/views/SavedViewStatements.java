package io.onhand.views;

import io.onhand.identity.PersonId;
import io.onhand.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The current tenant's saved views, in the transaction that runs. */
@Component
class SavedViewStatements {

    private final JdbcClient app;

    SavedViewStatements(JdbcClient app) {
        this.app = app;
    }

    /** Those of a person on a page, the oldest first. */
    List<SavedView> of(PersonId person, String page) {
        return app.sql(
                        """
                        select view_id, page, name, query from saved_view
                        where person_id = :person and page = :page
                        order by created_at, view_id limit :limit
                        """)
                .param("person", person.value())
                .param("page", page)
                .param("limit", SavedViews.VIEWS_MAX)
                .query(SavedViewStatements::view)
                .list();
    }

    /** False when the person has a view of this name on this page. */
    boolean insert(PersonId person, SavedView view, Instant at) {
        return app.sql(
                                """
                                insert into saved_view (
                                    tenant_id, person_id, page, view_id, name, query, created_at)
                                values (:tenant, :person, :page, :id, :name, :query, :at)
                                on conflict (tenant_id, person_id, page, name) do nothing
                                """)
                        .param("tenant", CurrentTenant.id().value())
                        .param("person", person.value())
                        .param("page", view.page())
                        .param("id", view.id())
                        .param("name", view.name())
                        .param("query", view.query())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void delete(PersonId person, SavedView view) {
        app.sql(
                        """
                        delete from saved_view
                        where person_id = :person and page = :page and view_id = :id
                        """)
                .param("person", person.value())
                .param("page", view.page())
                .param("id", view.id())
                .update();
    }

    private static SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("view_id", UUID.class),
                row.getString("page"),
                row.getString("name"),
                row.getString("query"));
    }
}
