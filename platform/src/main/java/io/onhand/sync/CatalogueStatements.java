package io.onhand.sync;

import io.onhand.measure.PlainText;
import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what vendors have of items and places. Runs inside the caller's transaction. */
@Component
class CatalogueStatements {

    private static final int NAME_LENGTH_MAX = 500;
    private static final int CODE_LENGTH_MAX = 200;

    private final JdbcClient app;

    CatalogueStatements(JdbcClient app) {
        this.app = app;
    }

    /** Keeps items; one whose name in messages is none is left out. */
    void putItems(SourceId connection, List<CatalogueItem> items, Instant at) {
        Map<String, CatalogueItem> last = new LinkedHashMap<>();
        items.stream().filter(i -> isName(i.item())).forEach(item -> last.put(item.item(), item));
        if (last.isEmpty()) {
            return;
        }
        app.sql(
                        """
                        insert into connection_item (tenant_id, connection_id, external, name, sku,
                            barcode, deleted, seen_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), i.external, i.name,
                            i.sku, i.barcode, i.deleted, cast(:at as timestamptz)
                        from unnest(cast(:items as text[]), cast(:names as text[]),
                                cast(:skus as text[]), cast(:barcodes as text[]),
                                cast(:deleted as boolean[]))
                            as i (external, name, sku, barcode, deleted)
                        order by i.external
                        on conflict (tenant_id, connection_id, external) do update
                            set name = case when excluded.deleted and excluded.name = ''
                                    then connection_item.name else excluded.name end,
                                sku = excluded.sku, barcode = excluded.barcode,
                                deleted = excluded.deleted, seen_at = excluded.seen_at
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("items", last.keySet().toArray(String[]::new))
                .param("names", texts(last, item -> cut(item.name(), NAME_LENGTH_MAX)))
                .param("skus", texts(last, item -> cut(item.sku(), CODE_LENGTH_MAX)))
                .param("barcodes", texts(last, item -> cut(item.barcode(), CODE_LENGTH_MAX)))
                .param(
                        "deleted",
                        last.values().stream().map(CatalogueItem::deleted).toArray(Boolean[]::new))
                .update();
    }

    /** Keeps places; one whose name in messages is none is left out. */
    void putPlaces(SourceId connection, List<Account.Place> places, Instant at) {
        Map<String, Account.Place> last = new LinkedHashMap<>();
        places.stream()
                .filter(place -> isName(place.external()))
                .forEach(place -> last.put(place.external(), place));
        if (last.isEmpty()) {
            return;
        }
        app.sql(
                        """
                        insert into connection_place (tenant_id, connection_id, external, name,
                            active, seen_at)
                        select cast(:tenant as uuid), cast(:connection as uuid), p.external, p.name,
                            p.active, cast(:at as timestamptz)
                        from unnest(cast(:externals as text[]), cast(:names as text[]),
                                cast(:active as boolean[]))
                            as p (external, name, active)
                        order by p.external
                        on conflict (tenant_id, connection_id, external) do update
                            set name = excluded.name, active = excluded.active,
                                seen_at = excluded.seen_at
                        """)
                .param("tenant", CurrentTenant.id().value())
                .param("connection", connection.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("externals", last.keySet().toArray(String[]::new))
                .param(
                        "names",
                        last.values().stream()
                                .map(place -> cut(place.name(), NAME_LENGTH_MAX))
                                .toArray(String[]::new))
                .param(
                        "active",
                        last.values().stream().map(Account.Place::active).toArray(Boolean[]::new))
                .update();
    }

    private static boolean isName(String external) {
        try {
            PlainText.code(external);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String[] texts(
            Map<String, CatalogueItem> items, Function<CatalogueItem, @Nullable String> text) {
        return items.values().stream().map(text).toArray(String[]::new);
    }

    /** Without what no database keeps, and not longer than so many characters. */
    private static @Nullable String cut(@Nullable String text, int lengthMax) {
        if (text == null) {
            return null;
        }
        String shown = text.replaceAll("\\p{Cntrl}|\\p{Cs}", " ").strip();
        return shown.codePointCount(0, shown.length()) > lengthMax
                ? shown.substring(0, shown.offsetByCodePoints(0, lengthMax))
                : shown;
    }
}
