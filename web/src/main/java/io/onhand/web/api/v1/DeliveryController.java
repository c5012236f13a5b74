package io.onhand.web.api.v1;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.inbox.Deliveries;
import io.onhand.inbox.DeliveryHead;
import io.onhand.inbox.DeliveryQueries;
import io.onhand.inbox.DeliveryState;
import io.onhand.inbox.VisibleDeliveries;
import io.onhand.stock.SourceId;
import io.onhand.web.api.Answer;
import io.onhand.web.api.Asked;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.QueryValues;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages as they came in, and what became of them. */
@RestController
class DeliveryController {

    private static final String PATH = "/api/v1/deliveries";

    private final DeliveryQueries queries;
    private final VisibleDeliveries visible;
    private final Deliveries deliveries;
    private final ConnectionQueries connections;

    DeliveryController(
            DeliveryQueries queries,
            VisibleDeliveries visible,
            Deliveries deliveries,
            ConnectionQueries connections) {
        this.queries = queries;
        this.visible = visible;
        this.deliveries = deliveries;
        this.connections = connections;
    }

    /** Deliveries, newest first. */
    @GetMapping(PATH)
    @Needs(value = Permission.READ_DELIVERIES, location = Needs.LocationIn.FILTER)
    Page<DeliveryAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable String state,
            Paging paging) {
        DeliveryState wanted =
                state == null
                        ? null
                        : QueryValues.word(
                                "state", state, DeliveryState.values(), DeliveryState::word);
        Optional<SourceId> source =
                Optional.ofNullable(connection).flatMap(connections::byCode).map(Connection::id);
        if (connection != null && source.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<DeliveryHead> rows =
                visible.page(
                        source.orElse(null),
                        wanted,
                        after(paging.after()),
                        paging.rows(),
                        caller.limit().only());
        Map<SourceId, String> codes =
                connections.codes(
                        rows.stream().map(DeliveryHead::connection).collect(Collectors.toSet()));
        return paging.page(
                rows,
                head -> DeliveryAnswer.of(head, codes.getOrDefault(head.connection(), "")),
                head -> List.of(head.receivedAt().toString(), head.id().toString()));
    }

    /** One delivery with its raw body and what it told. */
    @GetMapping(PATH + "/{id}")
    @Needs(value = Permission.READ_DELIVERIES, location = Needs.LocationIn.PATH)
    DeliveryAnswer get(Caller caller, @PathVariable String id) {
        var details =
                id(id).flatMap(queries::details).orElseThrow(DeliveryController::noSuchDelivery);
        hold(caller, details.head());
        return DeliveryAnswer.of(details, code(details.head()));
    }

    private void hold(Caller caller, DeliveryHead head) {
        if (!visible.isVisible(head, caller.limit().only())) {
            throw new Refusal(
                    ProblemCode.LOCATION_NOT_ALLOWED,
                    "This delivery tells of a location outside the caller's limit.");
        }
    }

    /** Has a delivery read again; what was posted stays. */
    @PostMapping(PATH + "/{id}/replays")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(value = Permission.WRITE_CONNECTIONS, location = Needs.LocationIn.PATH)
    Answer<ReplayAnswer> replay(Caller caller, Asked asked, @PathVariable String id) {
        id(id).flatMap(queries::details).ifPresent(found -> hold(caller, found.head()));
        return asked.once(
                () -> {
                    if (!id(id).map(deliveries::readAgain).orElse(false)) {
                        throw noSuchDelivery();
                    }
                    return Answer.accepted(new ReplayAnswer(id, DeliveryState.WAITING));
                });
    }

    /** A delivery that is to be read again. */
    record ReplayAnswer(String delivery, DeliveryState state) {}

    private String code(DeliveryHead head) {
        return connections.codes(List.of(head.connection())).getOrDefault(head.connection(), "");
    }

    private static Optional<UUID> id(String text) {
        return PostingController.id(text).map(posting -> posting.value());
    }

    private static DeliveryQueries.Place after(List<String> cursor) {
        return cursor.isEmpty()
                ? DeliveryQueries.Place.START
                : new DeliveryQueries.Place(
                        Instant.parse(cursor.get(0)), UUID.fromString(cursor.get(1)));
    }

    private static Refusal noSuchDelivery() {
        return Refusal.notFound("There is no delivery of this id whose message is still kept.");
    }
}
