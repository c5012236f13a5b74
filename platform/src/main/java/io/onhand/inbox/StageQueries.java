package io.onhand.inbox;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the stages of the inbox stand, for who runs the programs: no tenant's business. */
@Component
public class StageQueries {

    private final JdbcClient system;

    StageQueries(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** Each stage in which something waits. */
    public List<StageStand> stands() {
        return system.sql(
                        """
                        select kind, count(*) as waiting,
                            count(case when attempts > 0 then 1 end) as tried,
                            min(due_at) as oldest
                        from delivery_work group by kind order by kind desc
                        """)
                .query(
                        (row, number) ->
                                new StageStand(
                                        row.getString("kind"),
                                        row.getLong("waiting"),
                                        row.getLong("tried"),
                                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list();
    }
}
