package io.onhand.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.onhand.Application;
import io.onhand.database.StartRefused;
import io.onhand.identity.ApiKeys;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.People;
import io.onhand.identity.Role;
import java.util.ArrayList;
import java.util.List;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The profile production refuses what is made for trying out. */
class ProductionTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @ParameterizedTest
    @CsvSource({
        "onhand.demo=true, the demo world, ONHAND_DEMO=false",
        "onhand.limits=off, limits off, ONHAND_LIMITS=on",
        "onhand.limits=false, limits off, ONHAND_LIMITS=on",
        "onhand.oidc.issuer=, local sign-in, ONHAND_OIDC_ISSUER",
        "onhand.database.url=, the embedded database, ONHAND_DATABASE_URL",
        "onhand.connectors.corner-till.base.url=http://127.0.0.1:9, a replaced vendor address,"
                + " ONHAND_CONNECTORS_CORNER_TILL_BASE_URL",
        "ONHAND_CONNECTORS_OTHER_BASE_URL=http://127.0.0.1:9, a replaced vendor address,"
                + " ONHAND_CONNECTORS_OTHER_BASE_URL",
        "onhand.master.key=, a key that seals, ONHAND_MASTER_KEY",
    })
    void itRefusesWhatIsMadeForTryingOutAndNamesTheSetting(
            String setting, String what, String name) {
        var refused = refusal(TestDatabase.fresh(), setting);
        assertThat(refused.getMessage() + refused.action()).contains(what, name);
    }

    @Test
    void itStartsWhenAllIsRight() {
        try (var program = start(TestDatabase.fresh())) {
            int port = port(program);
            assertThat(new Api(port, null).get("/actuator/health/readiness").status())
                    .isEqualTo(200);
            assertThat(new Api(port, null).get("/.well-known/openid-configuration").status())
                    .as("nobody signs in here")
                    .isEqualTo(404);
            assertThat(new Browser(port).get("/sign-in").html()).doesNotContain("password");
        }
    }

    @Test
    void itRefusesADatabaseThatHoldsAKeyOfTheDemo() {
        var database = TestDatabase.fresh();
        try (var program = tryout(database)) {
            TeaShop.open(program)
                    .run(
                            () ->
                                    program.getBean(ApiKeys.class)
                                            .create(
                                                    "Mine",
                                                    Role.AUDITOR,
                                                    new LocationLimit.Everywhere(),
                                                    "oh_demo_leaf_auditor"));
        }
        assertThat(refusal(database)).hasMessageContaining("API keys of the demo world");
    }

    @Test
    void itRefusesADatabaseThatHoldsAPersonOfTheDemo() {
        var database = TestDatabase.fresh();
        try (var program = tryout(database)) {
            program.getBean(People.class).create("owner@leaf.demo", "Priya Raman", "onhand-demo");
        }
        assertThat(refusal(database)).hasMessageContaining("people of the demo world");
    }

    private static StartRefused refusal(TestDatabase.Address database, String... changes) {
        Throwable thrown =
                catchThrowable(
                        () -> {
                            try (var program = start(database, changes)) {
                                throw new AssertionError("it started: " + program);
                            }
                        });
        while (thrown != null && !(thrown instanceof StartRefused)) {
            assertThat(thrown).isNotInstanceOf(AssertionError.class);
            thrown = thrown.getCause();
        }
        assertThat(thrown).isInstanceOf(StartRefused.class);
        return java.util.Objects.requireNonNull((StartRefused) thrown);
    }

    private static ConfigurableApplicationContext start(
            TestDatabase.Address database, String... changes) {
        var arguments = settings(database);
        arguments.addAll(
                List.of(
                        "--spring.profiles.active=production",
                        "--onhand.limits=on",
                        "--onhand.master.key=" + KEY,
                        "--onhand.public.url=https://onhand.example",
                        "--onhand.oidc.issuer=https://issuer.invalid",
                        "--onhand.oidc.client.id=onhand",
                        "--onhand.oidc.client.secret=a-secret"));
        for (String change : changes) {
            arguments.removeIf(one -> one.startsWith("--" + change.split("=")[0] + "="));
            arguments.add("--" + change);
        }
        return run(arguments);
    }

    private static ConfigurableApplicationContext tryout(TestDatabase.Address database) {
        var arguments = settings(database);
        arguments.add("--onhand.master.key=" + KEY);
        return run(arguments);
    }

    private static List<String> settings(TestDatabase.Address database) {
        var arguments = new ArrayList<String>();
        for (String setting : database.settings()) {
            arguments.add("--" + setting);
        }
        arguments.addAll(
                List.of("--server.port=0", "--onhand.demo=false", "--logging.level.root=error"));
        return arguments;
    }

    private static ConfigurableApplicationContext run(List<String> arguments) {
        return new SpringApplicationBuilder(Application.class)
                .run(arguments.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext program) {
        return Integer.parseInt(program.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
