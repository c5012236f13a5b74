package io.onhand.channels;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes of what became of events that were kept. */
@Component
class WaitingEventStatements {

    private final JdbcClient app;

    WaitingEventStatements(JdbcClient app) {
        this.app = app;
    }

    /** Notes a verdict; false if the event does not wait any more. */
    boolean settle(Settling.Verdict verdict) {
        UUID posting = verdict.posting() == null ? null : verdict.posting().value();
        UUID exception = verdict.exception() == null ? null : verdict.exception().value();
        return app.sql(
                                """
                                update source_event
                                set state = :state, posting_id = cast(:posting as uuid),
                                    exception_id = coalesce(cast(:exception as uuid), exception_id)
                                where source_event_id = :id and state = any(:waiting)
                                """)
                        .param("state", verdict.state().word())
                        .param("posting", posting)
                        .param("exception", exception)
                        .param("id", verdict.event().id())
                        .param(
                                "waiting",
                                new String[] {
                                    HeldEvent.State.EXCEPTION.word(),
                                    HeldEvent.State.CONFLICT.word()
                                })
                        .update()
                == 1;
    }
}
