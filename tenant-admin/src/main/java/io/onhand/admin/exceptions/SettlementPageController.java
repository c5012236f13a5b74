package io.onhand.admin.exceptions;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.identity.Permission;
import io.onhand.inbox.Settlement;
import io.onhand.inbox.SettlementResult;
import io.onhand.inbox.Settlements;
import io.onhand.locations.LocationQueries;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settles an exception by a form of its line. */
@Controller
class SettlementPageController {

    private static final String LIST = "redirect:/app/exceptions";

    private final Settlements settlements;
    private final ExceptionQueries queries;
    private final WorkLines lines;
    private final CatalogQueries catalog;
    private final LocationQueries locations;

    SettlementPageController(
            Settlements settlements,
            ExceptionQueries queries,
            WorkLines lines,
            CatalogQueries catalog,
            LocationQueries locations) {
        this.settlements = settlements;
        this.queries = queries;
        this.lines = lines;
        this.catalog = catalog;
        this.locations = locations;
    }

    @PostMapping("/app/exceptions/{id}/settlements")
    @PageNeeds(Permission.SETTLE_EXCEPTIONS)
    String settle(
            @PathVariable UUID id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String location,
            Visitor visitor) {
        var exception = new ExceptionId(id);
        var work = queries.find(exception).orElseThrow(PageRefused::nothingThere);
        if (!lines.isVisible(work, visitor)) {
            throw PageRefused.elsewhere();
        }
        Optional<Settlement> settlement =
                switch (action) {
                    case "map-variant" -> variant(sku.strip());
                    case "map-location" -> place(location, visitor);
                    case "ignore" -> Optional.of(new Settlement.Ignore(null));
                    case "retry" -> Optional.of(new Settlement.Retry());
                    case String other -> throw PageRefused.misread();
                };
        if (settlement.isEmpty()) {
            return LIST + "?trouble=name";
        }
        return switch (settlements.settle(exception, settlement.get())) {
            case SettlementResult.Done done -> LIST;
            case SettlementResult.SettledBefore before -> LIST + "?trouble=late";
            case SettlementResult.NotFound none -> throw PageRefused.nothingThere();
            case SettlementResult.NotOffered not -> throw PageRefused.misread();
        };
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
