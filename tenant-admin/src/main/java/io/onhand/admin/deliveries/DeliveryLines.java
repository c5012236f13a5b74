package io.onhand.admin.deliveries;

import io.onhand.admin.ui.ShopClock;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.inbox.DeliveryHead;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts deliveries into the words of a list. */
@Component
class DeliveryLines {

    private final ConnectionQueries connections;
    private final ShopClock clock;

    DeliveryLines(ConnectionQueries connections, ShopClock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    List<DeliveryLine> lines(List<DeliveryHead> heads, Visitor visitor) {
        var time = clock.time(visitor);
        var codes =
                connections.codes(
                        heads.stream().map(DeliveryHead::connection).collect(Collectors.toSet()));
        return heads.stream()
                .map(
                        head -> {
                            String code = codes.getOrDefault(head.connection(), "");
                            return new DeliveryLine(
                                    head.id().toString(),
                                    time.listed(head.receivedAt()),
                                    time.exact(head.receivedAt()),
                                    connections.byCode(code).map(Connection::name).orElse(code),
                                    code,
                                    head.state().word(),
                                    text(head.vendorEventId()),
                                    head.repeats() == null ? null : head.repeats().toString(),
                                    text(head.detail()));
                        })
                .toList();
    }

    private static String text(@Nullable Object given) {
        return Objects.toString(given, "");
    }
}
