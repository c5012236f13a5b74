package io.onhand.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.audit.AuditFilter;
import io.onhand.audit.AuditQueries;
import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.identity.SigningKeys;
import io.onhand.plugins.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onhand.testing.PlatformProgram;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The master key of a database that is in use is changed. */
class RotateSecretsTest {

    private static final String OLD = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String NEW = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final TestDatabase.Address database = TestDatabase.fresh();

    @Test
    void everythingOpensWithTheNewKeyAloneAfterwards() {
        TillAtShop ours;
        TillAtShop theirs;
        byte[] signs;
        try (var program = program(OLD, "")) {
            ours = TillAtShop.open(program, "whsec_ours");
            theirs = TillAtShop.open(program, "whsec_theirs");
            signs = program.getBean(SigningKeys.class).ofTokens().getPrivate().getEncoded();
        }
        try (var program = program(NEW, "")) {
            assertThatThrownBy(() -> ours.secret(program)).isInstanceOf(WrongMasterKey.class);
        }
        rotate();
        rotate();
        try (var program = program(NEW, "")) {
            assertThat(ours.secret(program)).isEqualTo("whsec_ours");
            assertThat(theirs.secret(program)).isEqualTo("whsec_theirs");
            assertThat(program.getBean(SigningKeys.class).ofTokens().getPrivate().getEncoded())
                    .isEqualTo(signs);
            assertThat(ours.resealings(program)).isEqualTo(1);
        }
    }

    private void rotate() {
        List<String> arguments = new ArrayList<>(List.of("rotate-secrets"));
        arguments.addAll(settings(NEW, OLD));
        assertThat(RotateSecretsCommand.ran(arguments.toArray(String[]::new))).isTrue();
    }

    private ConfigurableApplicationContext program(String key, String before) {
        return new SpringApplicationBuilder(PlatformProgram.class)
                .web(WebApplicationType.NONE)
                .run(settings(key, before).toArray(String[]::new));
    }

    private List<String> settings(String key, String before) {
        var arguments = new ArrayList<String>();
        for (String setting : database.settings()) {
            arguments.add("--" + setting);
        }
        arguments.add("--onhand.master.key=" + key);
        arguments.add("--onhand.master.key.before=" + before);
        return arguments;
    }

    /** A connection with a secret. */
    private record TillAtShop(TeaShop shop, Connection till) {

        static TillAtShop open(ConfigurableApplicationContext program, String secret) {
            var shop = TeaShop.open(program);
            var till =
                    shop.call(
                            () -> {
                                var wanted =
                                        NewConnection.ofOurNames(
                                                "till",
                                                "Till",
                                                HookKey.random(),
                                                new Secrets(Map.of(Secrets.SIGNING, secret)));
                                program.getBean(Connections.class).create(wanted);
                                return program.getBean(ConnectionQueries.class)
                                        .byCode("till")
                                        .orElseThrow();
                            });
            return new TillAtShop(shop, till);
        }

        String secret(ConfigurableApplicationContext program) {
            var installation = shop.call(till::installation);
            return program.getBean(Vault.class).secret(installation, Secrets.SIGNING).orElseThrow();
        }

        long resealings(ConfigurableApplicationContext program) {
            return shop
                    .call(
                            () ->
                                    program.getBean(AuditQueries.class)
                                            .page(AuditFilter.ALL, Optional.empty(), 100))
                    .stream()
                    .filter(entry -> entry.action().equals("reseal-secrets"))
                    .count();
        }
    }
}
