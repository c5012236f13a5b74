package io.onhand.exceptions;

import io.onhand.exceptions.Finding.Topic;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of exceptions. */
@Component
class ExceptionStatements {

    private final JdbcClient app;
    private final JsonMapper json;

    ExceptionStatements(JdbcClient app, JsonMapper json) {
        this.app = app;
        this.json = json;
    }

    /**
     * What became of a finding.
     *
     * @param opened whether it is new; otherwise it was open and is counted
     */
    record Raised(Topic topic, ExceptionId id, boolean opened) {}

    /** Opens or counts, in the order of kind and subject, so that nobody waits in a circle. */
    List<Raised> raise(Collection<Finding> findings, Map<Topic, Long> times, Instant at) {
        var home = Region.of(CurrentTenant.id().value());
        var ids = findings.stream().map(finding -> home.newId()).toList();
        var opened = Set.copyOf(ids);
        return app.sql(
                        """
                        insert into exception (tenant_id, exception_id, kind, subject, state,
                            open_key, repeats, first_at, last_at, detail, links)
                        select cast(:tenant as uuid), f.id, f.kind, f.subject, 'open',
                            'open', f.times, cast(:at as timestamptz), cast(:at as timestamptz),
                            f.detail, f.links
                        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]),
                                cast(:subjects as text[]), cast(:times as bigint[]),
                                cast(:details as text[]), cast(:links as text[]))
                            as f (id, kind, subject, times, detail, links)
                        order by f.kind, f.subject
                        on conflict (tenant_id, kind, subject, open_key) do update
                            set repeats = exception.repeats + excluded.repeats,
                                last_at = greatest(exception.last_at, excluded.last_at),
                                detail = case when exception.kind = 'drift'
                                    then excluded.detail else exception.detail end
                        returning kind, subject, exception_id
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(UUID[]::new))
                .param("kinds", texts(findings, finding -> finding.kind().word()))
                .param("subjects", texts(findings, finding -> finding.subject().text()))
                .param(
                        "times",
                        findings.stream()
                                .map(finding -> times.get(finding.topic()))
                                .toArray(Long[]::new))
                .param("details", texts(findings, Finding::detail))
                .param("links", texts(findings, f -> json.writeValueAsString(f.links())))
                .query((row, number) -> raised(row, opened))
                .list();
    }

    private static Raised raised(ResultSet row, Set<UUID> opened) throws SQLException {
        var id = row.getObject("exception_id", UUID.class);
        var kind = ExceptionKind.ofWord(row.getString("kind"));
        var subject = new Subject(row.getString("subject"));
        return new Raised(new Topic(kind, subject), new ExceptionId(id), opened.contains(id));
    }

    Map<Subject, ExceptionId> open(ExceptionKind kind, Set<Subject> subjects) {
        return app
                .sql(
                        """
                        select subject, exception_id from exception
                        where kind = :kind and subject = any(:subjects) and open_key = 'open'
                        """)
                .param("kind", kind.word())
                .param("subjects", texts(subjects, Subject::text))
                .query(
                        (row, number) ->
                                Map.entry(
                                        new Subject(row.getString("subject")),
                                        new ExceptionId(row.getObject("exception_id", UUID.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of these subjects there ever was an exception of a kind about. */
    Set<Subject> known(ExceptionKind kind, Collection<Subject> subjects) {
        return app
                .sql(
                        """
                        select distinct subject from exception
                        where kind = :kind and subject = any(:subjects)
                        """)
                .param("kind", kind.word())
                .param("subjects", texts(subjects, Subject::text))
                .query(String.class)
                .stream()
                .map(Subject::new)
                .collect(Collectors.toSet());
    }

    /** Closes the open one about a topic, if there is one. */
    Optional<ExceptionId> close(Topic topic, Instant at) {
        return app.sql(
                        """
                        update exception
                        set state = 'closed', open_key = cast(exception_id as text),
                            closed_at = :at
                        where kind = :kind and subject = :subject and open_key = 'open'
                        returning exception_id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", topic.kind().word())
                .param("subject", topic.subject().text())
                .query(ExceptionStatements::closed)
                .optional();
    }

    /** Closes one by its id, if it is open. */
    Optional<ExceptionId> close(ExceptionId id, Instant at) {
        return app.sql(
                        """
                        update exception
                        set state = 'closed', open_key = cast(exception_id as text),
                            closed_at = :at
                        where exception_id = :id and open_key = 'open'
                        returning exception_id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .query(ExceptionStatements::closed)
                .optional();
    }

    private static ExceptionId closed(ResultSet row, int number) throws SQLException {
        return new ExceptionId(row.getObject("exception_id", UUID.class));
    }

    /** Notes who looks after an open one; false if it is not open. */
    boolean assign(ExceptionId id, @Nullable String owner) {
        return app.sql(
                                """
                                update exception set owner_id = cast(:owner as varchar(64))
                                where exception_id = :id and open_key = 'open'
                                """)
                        .param("owner", owner)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static <T> String[] texts(Collection<T> things, Function<T, String> text) {
        return things.stream().map(text).toArray(String[]::new);
    }
}
