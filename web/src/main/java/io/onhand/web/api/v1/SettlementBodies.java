package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.identity.Caller;
import io.onhand.inbox.Settlement;
import io.onhand.locations.LocationId;
import io.onhand.web.api.Faults;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds what a settlement names. */
@Component
class SettlementBodies {

    private final BodyNames names;
    private final CatalogQueries catalog;

    SettlementBodies(BodyNames names, CatalogQueries catalog) {
        this.names = names;
        this.catalog = catalog;
    }

    Settlement settlement(Caller caller, SettlementBody body) {
        return switch (body.action()) {
            case MAP_VARIANT -> mapVariant(Objects.requireNonNull(body.sku()));
            case MAP_LOCATION -> mapLocation(caller, Objects.requireNonNull(body.location()));
            case IGNORE -> new Settlement.Ignore(body.reason());
            case RETRY -> new Settlement.Retry();
            case COUNT_IT -> new Settlement.CountIt(Objects.requireNonNull(body.quantity()));
            case TAKE_THEIRS -> new Settlement.TakeTheirs();
            case PUSH_OURS -> new Settlement.PushOurs();
        };
    }

    private Settlement mapVariant(String sku) {
        Variant variant = catalog.variantsBySku(List.of(sku)).get(sku);
        if (variant == null) {
            var faults = new Faults();
            faults.at("sku").add("unknown-sku", "There is no SKU " + sku + ".");
            throw faults.refusal();
        }
        return new Settlement.MapVariant(variant.id());
    }

    private Settlement mapLocation(Caller caller, String code) {
        var faults = new Faults();
        LocationId location = names.location(caller, code, faults);
        faults.refuseIfAny();
        return new Settlement.MapLocation(Objects.requireNonNull(location));
    }
}
