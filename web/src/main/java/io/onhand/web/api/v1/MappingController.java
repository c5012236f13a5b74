package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Variant;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionDetails;
import io.onhand.channels.Mappings;
import io.onhand.identity.Caller;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Code;
import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import io.onhand.web.security.Within;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What connections call our items and places. What waited for a name is posted before the answer.
 */
@RestController
class MappingController {

    private final CallerConnections connections;
    private final CatalogQueries catalog;
    private final BodyNames names;
    private final Mappings mappings;

    MappingController(
            CallerConnections connections,
            CatalogQueries catalog,
            BodyNames names,
            Mappings mappings) {
        this.connections = connections;
        this.catalog = catalog;
        this.names = names;
        this.mappings = mappings;
    }

    /** The item that a name means. */
    record MappedVariant(@Code String sku) {}

    /** The place that a name means. */
    record MappedLocation(@Code String location) {}

    /** Says what a connection's name of an item means. */
    @PutMapping("/api/v1/connections/{code}/variants/{external}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(value = Permission.WRITE_CONNECTIONS, location = Needs.LocationIn.NONE)
    void mapVariant(
            Caller caller,
            @PathVariable String code,
            @PathVariable String external,
            @RequestBody MappedVariant body) {
        Connection connection = details(caller, code, external).connection();
        Variant variant = catalog.variantsBySku(List.of(body.sku())).get(body.sku());
        if (variant == null) {
            var faults = new Faults();
            faults.at("sku").add("unknown-sku", "There is no SKU " + body.sku() + ".");
            throw faults.refusal();
        }
        mappings.mapVariant(connection, external, variant.id());
    }

    /** Says what a connection's name of a place means. */
    @PutMapping("/api/v1/connections/{code}/locations/{external}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(value = Permission.WRITE_CONNECTIONS, location = Needs.LocationIn.BODY)
    void mapLocation(
            Caller caller,
            @PathVariable String code,
            @PathVariable String external,
            @RequestBody MappedLocation body) {
        ConnectionDetails details = details(caller, code, external);
        LocationId before = details.locations().get(external);
        if (before != null) {
            Within.limit(caller, before);
        }
        var faults = new Faults();
        LocationId location = names.location(caller, body.location(), faults);
        faults.refuseIfAny();
        if (location != null) {
            mappings.mapLocation(details.connection(), external, location);
        }
    }

    private ConnectionDetails details(Caller caller, String code, String external) {
        ConnectionDetails details = connections.get(caller, code);
        try {
            PlainText.code(external);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ProblemCode.MALFORMED, "The name of the other side " + e.getMessage() + ".");
        }
        return details;
    }
}
