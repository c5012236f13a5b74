package io.onhand.admin.exceptions;

import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.inbox.Settlement;
import io.onhand.locations.LocationQueries;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads from a form or an address how exceptions are to be settled. */
@Component
class SettlementChoice {

    private static final int REASON_MAX = 200;

    private final CatalogQueries catalog;
    private final LocationQueries locations;

    SettlementChoice(CatalogQueries catalog, LocationQueries locations) {
        this.catalog = catalog;
        this.locations = locations;
    }

    /**
     * What was chosen, as it stands in the address.
     *
     * @param action a word of {@link io.onhand.exceptions.SettlingAction}, or empty for none yet
     * @param sku our variant, for a name that was not known
     * @param location our location, for a name that was not known
     * @param counted what was typed as what is on the shelf
     * @param reason why it is ignored
     */
    record Chosen(String action, String sku, String location, String counted, String reason) {}

    /**
     * The settlement; empty when there is nothing of that SKU or code, or no count.
     *
     * @throws PageRefused when there is no such action, or the location is out of sight
     */
    Optional<Settlement> read(Chosen chosen, Visitor visitor) {
        return switch (chosen.action()) {
            case "map-variant" -> variant(chosen.sku().strip());
            case "map-location" -> place(chosen.location(), visitor);
            case "ignore" -> Optional.of(new Settlement.Ignore(reason(chosen.reason().strip())));
            case "retry" -> Optional.of(new Settlement.Retry());
            case "count-it" ->
                    Optional.ofNullable(Counted.read(chosen.counted()).quantity())
                            .map(Settlement.CountIt::new);
            case "take-theirs" -> Optional.of(new Settlement.TakeTheirs());
            case "push-ours" -> Optional.of(new Settlement.PushOurs());
            case String other -> throw PageRefused.misread();
        };
    }

    private static String reason(String text) {
        if (text.length() > REASON_MAX || text.chars().anyMatch(Character::isISOControl)) {
            throw PageRefused.misread();
        }
        return text;
    }

    private Optional<Settlement> variant(String sku) {
        return Optional.ofNullable(catalog.variantsBySku(List.of(sku)).get(sku))
                .map(variant -> new Settlement.MapVariant(variant.id()));
    }

    private Optional<Settlement> place(String code, Visitor visitor) {
        var id = Optional.ofNullable(locations.idsByCode(List.of(code)).get(code));
        if (id.isPresent() && !visitor.sees(id.get())) {
            throw PageRefused.elsewhere();
        }
        return id.map(Settlement.MapLocation::new);
    }
}
