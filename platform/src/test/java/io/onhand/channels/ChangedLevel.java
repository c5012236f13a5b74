package io.onhand.channels;

import io.onhand.relay.OutboxEvent;
import io.onhand.stock.LevelsChanged;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onhand.testing.TeaShop;
import tools.jackson.databind.json.JsonMapper;

/** What a lane tells of one level in London that it changed. */
final class ChangedLevel {

    private ChangedLevel() {}

    /** The row that consumers are handed. */
    static OutboxEvent row(TeaShop shop, LevelsChanged.Level level, Instant posted, Instant kept) {
        String london = shop.location("LONDON").toString();
        var envelope =
                new LevelsChanged(
                        "1.0",
                        UUID.randomUUID().toString(),
                        "onhand/stock",
                        LevelsChanged.TYPE,
                        london,
                        posted.toString(),
                        "application/json",
                        new LevelsChanged.Data(shop.tenant().toString(), london, List.of(level)));
        return new OutboxEvent(
                UUID.randomUUID(),
                0,
                kept,
                shop.tenant(),
                LevelsChanged.TYPE,
                new JsonMapper().writeValueAsString(envelope));
    }
}
