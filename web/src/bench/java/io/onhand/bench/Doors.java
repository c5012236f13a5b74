package io.onhand.bench;

import io.onhand.Application;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Role;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.locations.Locations;
import io.onhand.locations.NewLocation;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.Actor;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program inside the bench, for what is made and read through the doors of its modules. */
final class Doors implements AutoCloseable {

    private final ConfigurableApplicationContext program;

    private Doors(ConfigurableApplicationContext program) {
        this.program = program;
    }

    static Doors open(BenchServer server) {
        var builder =
                new SpringApplicationBuilder(Application.class)
                        .properties(
                                "server.port=0",
                                "springdoc.api-docs.enabled=false",
                                "springdoc.swagger-ui.enabled=false",
                                "onhand.demo=false",
                                "onhand.demo.enabled=false",
                                "onhand.limits=off",
                                "onhand.data.dir=target/bench-doors",
                                "onhand.database.url=" + server.url(),
                                "onhand.database.owner.username=" + BenchServer.OWNER,
                                "onhand.database.owner.password=" + BenchServer.PASSWORD);
        return new Doors(builder.run());
    }

    /** Makes a tenant with a till, a key, and locations PLACE-00, PLACE-01 and on. */
    Shop open(String code, int places) {
        TenantId tenant = bean(Tenants.class).create(code, code, Region.HOME);
        String secret = "oh_bench_" + UUID.randomUUID();
        return call(
                tenant,
                () -> {
                    bean(ApiKeys.class)
                            .create("bench", Role.OWNER, new LocationLimit.Everywhere(), secret);
                    String till = "till-" + code;
                    SourceId source = till(till);
                    return new Shop(tenant, secret, till, source, places(places), List.of());
                });
    }

    /** A till whose hook has its code as key. */
    private SourceId till(String code) {
        var connections = bean(Connections.class);
        var secrets = new Secrets(Map.of(Secrets.SIGNING, "whsec_" + TillHook.SECRET));
        connections.create(NewConnection.ofOurNames(code, "Till", new HookKey(code), secrets));
        return connections.createGeneric(code, "Till").id();
    }

    private List<Shop.Place> places(int count) {
        List<String> codes =
                IntStream.range(0, count).mapToObj(i -> "PLACE-%02d".formatted(i)).toList();
        codes.forEach(
                code ->
                        bean(Locations.class)
                                .create(
                                        NewLocation.of(
                                                code, code, Location.Type.STORE, "Europe/London")));
        var ids = bean(LocationQueries.class).idsByCode(codes);
        return ids.entrySet().stream()
                .map(place -> new Shop.Place(place.getKey(), place.getValue().value()))
                .toList();
    }

    <T> T call(TenantId tenant, Supplier<T> work) {
        var act = new Act(new Actor(Actor.Type.SYSTEM, "bench"), "job:bench", "-", "bench");
        return CurrentTenant.call(tenant, act, work);
    }

    <T> T bean(Class<T> type) {
        return program.getBean(type);
    }

    @Override
    public void close() {
        program.close();
    }
}
