package io.onhand.programs;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps and reads what programs noted. */
@Component
class StandStatements {

    private static final int DECIMALS = 3;

    private final JdbcClient system;

    StandStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** Notes all figures of a program at once. */
    void note(UUID program, List<Stand> stands, Instant now) {
        system.sql(
                        """
                        insert into program_stand (program_id, figure, subject, thousandths, noted_at)
                        select cast(:program as uuid), figure, subject, thousandths,
                            cast(:now as timestamptz)
                        from unnest(cast(:figures as text[]), cast(:subjects as text[]),
                                cast(:values as bigint[])) as row (figure, subject, thousandths)
                        on conflict (program_id, figure, subject) do update
                        set thousandths = excluded.thousandths, noted_at = excluded.noted_at
                        """)
                .param("program", program)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "figures",
                        stands.stream().map(s -> s.figure().name()).toArray(String[]::new))
                .param("subjects", stands.stream().map(Stand::subject).toArray(String[]::new))
                .param(
                        "values",
                        stands.stream()
                                .map(s -> s.value().movePointRight(DECIMALS).longValueExact())
                                .toArray(Long[]::new))
                .update();
    }

    /** What was noted since. */
    List<Stand> since(Instant since) {
        return system.sql(
                        """
                        select program_id, figure, subject, thousandths, noted_at from program_stand
                        where noted_at > :since order by program_id, figure, subject
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) ->
                                new Stand(
                                        row.getObject("program_id", UUID.class),
                                        Figure.valueOf(row.getString("figure")),
                                        row.getString("subject"),
                                        BigDecimal.valueOf(row.getLong("thousandths"), DECIMALS),
                                        row.getObject("noted_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    /** Forgets programs that ended long ago. */
    void forget(Instant before) {
        system.sql("delete from program_stand where noted_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
