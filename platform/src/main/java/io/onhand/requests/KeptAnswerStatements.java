package io.onhand.requests;

import io.onhand.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes of kept answers. */
@Component
class KeptAnswerStatements {

    private final JdbcClient app;

    KeptAnswerStatements(JdbcClient app) {
        this.app = app;
    }

    Optional<KeptAnswer> find(UUID request, Instant now) {
        return app.sql(
                        """
                        select body_hash, status, location, answer from kept_answer
                        where request_id = :request and kept_until > :now
                        """)
                .param("request", request)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(KeptAnswerStatements::answer)
                .optional();
    }

    /** Whether nothing was kept under this request; if something was, it stays. */
    boolean put(UUID request, KeptAnswer answer, Instant now, Instant until) {
        return app.sql(
                                """
                                insert into kept_answer (tenant_id, request_id, body_hash, status,
                                    answer, location, kept_until)
                                values (:tenant, :request, :hash, :status,
                                    :answer, :location, :until)
                                on conflict (tenant_id, request_id) do update
                                set body_hash = excluded.body_hash, status = excluded.status,
                                    answer = excluded.answer, location = excluded.location,
                                    kept_until = excluded.kept_until
                                where kept_answer.kept_until <= :now
                                """)
                        .param("tenant", CurrentTenant.id().value())
                        .param("request", request)
                        .param("hash", answer.bodyHash())
                        .param("status", answer.status())
                        .param("answer", answer.json())
                        .param("location", answer.location())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void complete(UUID request, KeptAnswer answer) {
        app.sql(
                        """
                        update kept_answer
                        set status = :status, answer = :answer, location = :location
                        where request_id = :request
                        """)
                .param("request", request)
                .param("status", answer.status())
                .param("answer", answer.json())
                .param("location", answer.location())
                .update();
    }

    void clear(Instant now) {
        app.sql("delete from kept_answer where kept_until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static KeptAnswer answer(ResultSet row, int number) throws SQLException {
        return new KeptAnswer(
                row.getBytes("body_hash"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("answer"));
    }
}
