package io.onhand.web.api.v1;

import io.onhand.channels.ConnectionCreation;
import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.Connections;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.web.api.Answer;
import io.onhand.web.api.Asked;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Tills and other systems that tell what happens. */
@RestController
class ConnectionController {

    private static final String PATH = "/api/v1/connections";

    private final Connections connections;
    private final ConnectionQueries queries;
    private final ConnectionBodies bodies;
    private final ConnectionAnswers answers;
    private final CallerConnections found;

    ConnectionController(
            Connections connections,
            ConnectionQueries queries,
            ConnectionBodies bodies,
            ConnectionAnswers answers,
            CallerConnections found) {
        this.connections = connections;
        this.queries = queries;
        this.bodies = bodies;
        this.answers = answers;
        this.found = found;
    }

    /** Connections by code. */
    @GetMapping(PATH)
    @Needs(value = Permission.READ_CONNECTIONS, location = Needs.LocationIn.FILTER)
    Page<ConnectionAnswer> list(Caller caller, Paging paging) {
        String after = paging.after().isEmpty() ? "" : paging.after().getFirst();
        Page<ConnectionDetails> page =
                paging.page(
                        visible(caller, after, paging.rows()),
                        details -> details,
                        details -> List.of(details.connection().code()));
        return new Page<>(answers.answers(caller, page.items()), page.nextCursor());
    }

    /** A tenant's connections are few: one that is out of sight costs one more reading. */
    private List<ConnectionDetails> visible(Caller caller, String after, int rows) {
        List<ConnectionDetails> seen = new ArrayList<>();
        List<ConnectionDetails> step;
        String place = after;
        do {
            step = queries.page(place, rows);
            step.stream()
                    .filter(one -> found.sees(caller, one))
                    .limit(rows - seen.size())
                    .forEach(seen::add);
            place = step.isEmpty() ? place : step.getLast().connection().code();
        } while (step.size() == rows && seen.size() < rows);
        return seen;
    }

    /** Makes a connection; the key of its hook is random. */
    @PostMapping(PATH)
    @Needs(value = Permission.WRITE_CONNECTIONS, location = Needs.LocationIn.BODY)
    Answer<ConnectionAnswer> create(Caller caller, Asked asked, @RequestBody ConnectionBody body) {
        ConnectionBodies.refuseSecrets(caller, body.secrets());
        return asked.once(
                () ->
                        switch (connections.create(bodies.wanted(caller, body))) {
                            case ConnectionCreation.Created(var made) -> created(caller, made);
                            case ConnectionCreation.AlreadyExists(var existing) ->
                                    throw new Refusal(
                                            ProblemCode.ALREADY_EXISTS,
                                            "There is a connection "
                                                    + existing.code()
                                                    + " already.");
                        });
    }

    private Answer<ConnectionAnswer> created(Caller caller, ConnectionDetails made) {
        String code = UriUtils.encodePathSegment(made.connection().code(), StandardCharsets.UTF_8);
        return Answer.created(PATH + "/" + code, answers.answer(caller, made));
    }

    /** One connection. */
    @GetMapping(PATH + "/{code}")
    @Needs(value = Permission.READ_CONNECTIONS, location = Needs.LocationIn.FILTER)
    ConnectionAnswer get(Caller caller, @PathVariable String code) {
        return answers.answer(caller, found.get(caller, code));
    }

    /** Changes a connection; its code, plugin and key stay. */
    @PatchMapping(PATH + "/{code}")
    @Needs(value = Permission.WRITE_CONNECTIONS, location = Needs.LocationIn.BODY)
    ConnectionAnswer change(
            Caller caller, @PathVariable String code, @RequestBody ConnectionPatch patch) {
        ConnectionBodies.refuseSecrets(caller, patch.secrets().value());
        ConnectionDetails before = found.get(caller, code);
        return connections
                .change(code, bodies.change(caller, before, patch))
                .map(changed -> answers.answer(caller, changed))
                .orElseThrow(() -> CallerConnections.unknown(code));
    }
}
