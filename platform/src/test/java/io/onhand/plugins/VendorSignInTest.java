package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionCreation.Created;
import io.onhand.channels.ConnectionQueries;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Subject;
import io.onhand.plugin.Outcome;
import io.onhand.plugins.VendorSignIn.Result;
import io.onhand.sync.ConnectionStands;
import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantTransactions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onhand.testing.PlatformTest;
import onhand.testing.SignInTill;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A person signs in at a vendor; the tokens are kept, refreshed, and told about when lost. */
@PlatformTest
class VendorSignInTest {

    private static final String SETTINGS = "the vendor of the sign-in till";
    private static final URI BACK = URI.create("https://onhand.example/app/connections/till/back");

    @Autowired BeanFactory program;
    @Autowired ConfigurableEnvironment environment;
    @Autowired VendorSignIn signIn;
    @Autowired PluginRunner plugins;
    @Autowired Vault vault;
    @Autowired TokenKeeper keeper;
    @Autowired Exceptions exceptions;
    @Autowired Connections connections;
    @Autowired ConnectionQueries queries;
    @Autowired ConnectionStands stands;
    @Autowired TenantTransactions transactions;

    private final TokenVendor vendor = new TokenVendor();
    private TeaShop shop;
    private Installation till;

    @BeforeEach
    void aConnection() {
        String ours = "onhand.connectors." + SignInTill.ID;
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                SETTINGS,
                                Map.of(
                                        ours + ".base.url", vendor.url(),
                                        ours + ".client.id", "our-id",
                                        ours + ".client.secret", "our-secret")));
        shop = TeaShop.open(program);
        till = open("till");
    }

    @AfterEach
    void close() {
        environment.getPropertySources().remove(SETTINGS);
        vendor.close();
    }

    @Test
    void whoSignsInGivesTheConnectionTokensAndItsAccount() {
        URI page = shop.call(() -> signIn.begin(till, BACK)).orElseThrow();
        assertThat(page.toString()).startsWith(vendor.url() + "/authorize?session=false&");
        assertThat(query(page))
                .containsEntry("client_id", "our-id")
                .containsEntry("scope", "READ+WRITE")
                .containsEntry("response_type", "code");
        assertThat(finish(state(page), "good")).isEqualTo(Result.SIGNED_IN);
        assertThat(vendor.asked.getFirst())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("client_id", "our-id")
                .containsEntry("client_secret", "our-secret")
                .containsEntry("redirect_uri", BACK.toString());
        assertThat(vault.secret(till, "token")).contains(vendor.access(1));
        assertThat(shop.call(() -> queries.details("till")).orElseThrow().connection().settings())
                .containsEntry("merchant", "M-1");
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aStateIsGoodOnceAndForWhoeverBeganIt() {
        String state = state(shop.call(() -> signIn.begin(till, BACK)).orElseThrow());
        assertThat(finish("another", "good")).isEqualTo(Result.UNKNOWN);
        assertThat(as("somebody-else", () -> signIn.finish(till, state, "good")))
                .isEqualTo(Result.UNKNOWN);
        Installation other = open("other");
        assertThat(shop.call(() -> signIn.finish(other, state, "good"))).isEqualTo(Result.UNKNOWN);
        assertThat(finish(state, "bad")).isEqualTo(Result.REFUSED);
        assertThat(finish(state, "good")).as("a second time").isEqualTo(Result.UNKNOWN);
        assertThat(vault.secret(till, "token")).isEmpty();
    }

    @Test
    void aTokenThatRanOutIsRefreshedAndTheCallMadeOnceMore() {
        signIn();
        vendor.end("expired");
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Ok.class);
        assertThat(vault.secret(till, "token")).contains(vendor.access(2));
        assertThat(isLost()).isFalse();
    }

    @Test
    void callersThatFindItRunOutTogetherRefreshItOnce() {
        signIn();
        vendor.end("expired");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Outcome<?>>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(CompletableFuture.supplyAsync(() -> plugins.account(till), threads));
            }
            assertThat(calls)
                    .allSatisfy(call -> assertThat(call.join()).isInstanceOf(Outcome.Ok.class));
        }
        assertThat(vendor.asked).as("the code and one refresh").hasSize(2);
    }

    @Test
    void aTokenIsRefreshedBeforeItsEnd() {
        vendor.lives = 0;
        signIn();
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Ok.class);
        assertThat(vault.secret(till, "token")).contains(vendor.access(2));
    }

    @Test
    void aTokenThatAPersonEnteredIsNotReplacedByOneOfAnEarlierSignIn() {
        vendor.lives = 0;
        signIn();
        shop.run(() -> keeper.keep(till, Map.of("token", "entered"), Map.of()));
        plugins.account(till);
        assertThat(vault.secret(till, "token")).contains("entered");
    }

    @Test
    void whenTheVendorRefusesToRefreshAPersonIsAskedUntilACallWorksAgain() {
        signIn();
        vendor.end("expired");
        vendor.forget();
        assertThat(plugins.account(till)).isEqualTo(new Outcome.Reauthorise<>(false));
        assertThat(isLost()).isTrue();
        signIn();
        assertThat(isLost()).isFalse();
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aRevokedTokenIsNotRefreshed() {
        signIn();
        vendor.end("revoked");
        assertThat(plugins.account(till)).isEqualTo(new Outcome.Reauthorise<>(false));
        assertThat(isLost()).isTrue();
        assertThat(vendor.asked).hasSize(1);
        vendor.end("works");
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Ok.class);
        assertThat(isLost()).isFalse();
    }

    @Test
    void aVendorThatIsInTroubleIsAskedLater() {
        signIn();
        vendor.end("expired");
        vendor.trouble = 503;
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Retry.class);
        assertThat(isLost()).isFalse();
        vendor.trouble = 0;
        assertThat(plugins.account(till)).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void withoutAnApplicationAtTheVendorNobodySignsIn() {
        environment.getPropertySources().remove(SETTINGS);
        assertThat(signIn.isPossible(SignInTill.ID)).isFalse();
        assertThat(shop.call(() -> signIn.begin(till, BACK))).isEmpty();
        assertThat(signIn.isPossible("generic")).isFalse();
    }

    private void signIn() {
        String state = state(shop.call(() -> signIn.begin(till, BACK)).orElseThrow());
        assertThat(finish(state, "good")).isEqualTo(Result.SIGNED_IN);
    }

    private Result finish(String state, String code) {
        return shop.call(() -> signIn.finish(till, state, code));
    }

    private <T> T as(String who, Supplier<T> work) {
        return CurrentTenant.call(
                shop.tenant(), Act.ofJob(who, UUID.randomUUID().toString()), work);
    }

    private boolean isLost() {
        var subject = Subject.of("till");
        return !shop.call(() -> exceptions.open(ExceptionKind.ACCESS_LOST, List.of(subject)))
                .isEmpty();
    }

    /** A connection that rests from its beginning: nobody but the test uses its tokens. */
    private Installation open(String code) {
        var wanted =
                new NewConnection(
                        code,
                        SignInTill.ID,
                        "Till",
                        Connection.Mode.LIVE,
                        Connection.Match.SKU,
                        true,
                        Map.of(),
                        HookKey.random(),
                        Secrets.NONE,
                        Map.of());
        return shop.call(
                () ->
                        transactions.write(
                                () -> {
                                    var made = (Created) connections.create(wanted);
                                    var connection = made.connection().connection();
                                    stands.pause(connection.id());
                                    return connection.installation();
                                }));
    }

    private static String state(URI page) {
        return query(page).getOrDefault("state", "");
    }

    private static Map<String, String> query(URI page) {
        return Arrays.stream(page.getRawQuery().split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
