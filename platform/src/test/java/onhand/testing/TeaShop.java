package onhand.testing;

import io.onhand.catalog.Catalog;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.NewProduct;
import io.onhand.catalog.NewVariant;
import io.onhand.catalog.Variant;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Role;
import io.onhand.locations.Location;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.locations.Locations;
import io.onhand.locations.NewLocation;
import io.onhand.stock.StockQueries;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;

/**
 * A small chain of tea shops, made through the doors of the modules: one tenant of its own for each
 * {@link #open}, with shops LONDON, PARIS and NEWYORK, the warehouse DC-KENT and the variants
 * TEA-EARL-100, TEA-SENCHA-100, TEA-MINT-50, TEA-MINT-250 and KETTLE-IRON with barcodes
 * 5012345678016 and on.
 */
public final class TeaShop {

    private final BeanFactory program;
    private final TenantId tenant;

    private TeaShop(BeanFactory program, TenantId tenant) {
        this.program = program;
        this.tenant = tenant;
    }

    /** Makes a new tenant with its locations. */
    public static TeaShop open(BeanFactory program) {
        String code = "leaf-and-kettle-" + UUID.randomUUID();
        var tenant = program.getBean(Tenants.class).create(code, "Leaf & Kettle", Region.HOME);
        var shop = new TeaShop(program, tenant);
        shop.location("LONDON", "London", Location.Type.STORE, "Europe/London");
        shop.location("PARIS", "Paris", Location.Type.STORE, "Europe/Paris");
        shop.location("NEWYORK", "New York", Location.Type.STORE, "America/New_York");
        shop.location("DC-KENT", "Kent", Location.Type.WAREHOUSE, "Europe/London");
        shop.product("Earl Grey", NewVariant.of("TEA-EARL-100", "100 g", "5012345678016"));
        shop.product("Sencha", NewVariant.of("TEA-SENCHA-100", "100 g", "5012345678023"));
        shop.product(
                "Peppermint",
                NewVariant.of("TEA-MINT-50", "50 g", "5012345678030"),
                NewVariant.of("TEA-MINT-250", "250 g", "5012345678047"));
        shop.product("Cast-iron kettle", NewVariant.of("KETTLE-IRON", "1.2 l", "5012345678054"));
        return shop;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Does something as the shops' owner. */
    public <T> T call(Supplier<T> work) {
        return CurrentTenant.call(tenant, act(), work);
    }

    /** Does something as the shops' owner. */
    public void run(Runnable work) {
        CurrentTenant.run(tenant, act(), work);
    }

    /** The id of a location of this code. */
    public LocationId location(String code) {
        return Optional.ofNullable(
                        call(() -> bean(LocationQueries.class).idsByCode(List.of(code))).get(code))
                .orElseThrow();
    }

    /** The variant of this SKU. */
    public Variant variant(String sku) {
        return Optional.ofNullable(
                        call(() -> bean(CatalogQueries.class).variantsBySku(List.of(sku))).get(sku))
                .orElseThrow();
    }

    /** What is on hand of a SKU at a location; 0 if it never moved. */
    public String onHand(String location, String sku) {
        return call(
                () ->
                        bean(StockQueries.class)
                                .level(location(location), variant(sku).id())
                                .map(level -> level.onHand().toString())
                                .orElse("0"));
    }

    /** Makes a product. */
    public void product(String name, NewVariant... variants) {
        run(() -> bean(Catalog.class).create(NewProduct.of(name, variants)));
    }

    /** Makes another location. */
    public void location(String code, String name, Location.Type type, String timeZone) {
        run(() -> bean(Locations.class).create(NewLocation.of(code, name, type, timeZone)));
    }

    /** Makes a key that may touch everything, or only these locations when some are named. */
    public String key(Role role, String... locations) {
        String secret = "oh_test_" + UUID.randomUUID();
        LocationLimit limit =
                locations.length == 0
                        ? new LocationLimit.Everywhere()
                        : new LocationLimit.Only(
                                Set.copyOf(
                                        call(() ->
                                                        bean(LocationQueries.class)
                                                                .idsByCode(List.of(locations)))
                                                .values()));
        run(() -> bean(ApiKeys.class).create(role.word(), role, limit, secret));
        return secret;
    }

    /** Who shows a key of this role, as {@link #key} makes it. */
    public Caller caller(Role role, String... locations) {
        return bean(ApiKeys.class).find(key(role, locations)).orElseThrow();
    }

    private Act act() {
        return new Act(new Actor(Actor.Type.SYSTEM, "tea-shop"), "job:test", "-", "test");
    }

    private <T> T bean(Class<T> type) {
        return program.getBean(type);
    }
}
