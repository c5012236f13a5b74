package io.onhand.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of tries to sign in. */
@Component
class SignInTryStatements {

    /** Tries in a window of time. */
    record Window(long tries, Instant beganAt) {}

    private final JdbcClient system;

    SignInTryStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    /** Counts a try, and says how many there were since the window began, this one included. */
    Window count(KeyHash subject, Instant now, Instant windowStart) {
        return system.sql(
                        """
                        insert into sign_in_try (subject_hash, began_at, tries)
                        values (:subject, :now, 1)
                        on conflict (subject_hash) do update set
                            tries = case when sign_in_try.began_at <= :start then 1
                                else sign_in_try.tries + 1 end,
                            began_at = case when sign_in_try.began_at <= :start then excluded.began_at
                                else sign_in_try.began_at end
                        returning tries, began_at
                        """)
                .param("subject", subject.bytes())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("start", windowStart.atOffset(ZoneOffset.UTC))
                .query(
                        (row, number) ->
                                new Window(
                                        row.getLong("tries"),
                                        row.getObject("began_at", java.time.OffsetDateTime.class)
                                                .toInstant()))
                .single();
    }

    void forget(KeyHash subject) {
        system.sql("delete from sign_in_try where subject_hash = :subject")
                .param("subject", subject.bytes())
                .update();
    }

    void forgetBefore(Instant windowStart) {
        system.sql("delete from sign_in_try where began_at <= :start")
                .param("start", windowStart.atOffset(ZoneOffset.UTC))
                .update();
    }
}
