package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onhand.database.Retry;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.HttpCall;
import io.onhand.plugin.Outcome;
import io.onhand.tenancy.Limits;
import io.onhand.tenancy.MachineClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

@PlatformTest
class BrokerTest {

    private static final String API = "https://api.vendor.example";
    private static final Declaration DECLARED =
            new Declaration(
                    "Till",
                    new HookSignature.StandardWebhooks("signingSecret"),
                    List.of("api.vendor.example", "files.vendor.example"),
                    Map.of(),
                    List.of(),
                    List.of(
                            new SecretField("token", "Token", "", List.of("api.vendor.example")),
                            new SecretField("other", "Other", "", List.of("api.vendor.example")),
                            new SecretField("signingSecret", "Signature", "", List.of())),
                    null,
                    1,
                    0);

    @Autowired BeanFactory program;
    @Autowired VendorAsks asks;
    @Autowired BrokerMeters meters;
    @Autowired VendorAddressStatements stood;
    @Autowired MachineClock clock;
    @Autowired Retry retry;

    private final Vendor vendor = new Vendor();
    private final MockEnvironment settings = new MockEnvironment();
    private final Map<String, String> secrets =
            new HashMap<>(Map.of("token", "a-secret-token", "signingSecret", "whsec_AAAA"));
    private final List<String> looked = new CopyOnWriteArrayList<>();
    private TeaShop shop;
    private Installation till;
    private Broker broker;

    @BeforeEach
    void aTillWhoseVendorIsReplaced() {
        shop = TeaShop.open(program);
        till = new Installation(shop.tenant(), UUID.randomUUID(), "till", Map.of());
        settings.setProperty("onhand.demo", "false");
        settings.setProperty("onhand.connectors.till.base.url", vendor.url() + "/");
        broker = broker("on");
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private Broker broker(String limits) {
        var vendors =
                new VendorClient(
                        new PublicAddresses(
                                host -> {
                                    looked.add(host);
                                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                                }),
                        DefaultClientTlsStrategy.createDefault(),
                        DefaultSchemePortResolver.INSTANCE);
        var replaced =
                new VendorClient(
                        SystemDefaultDnsResolver.INSTANCE,
                        DefaultClientTlsStrategy.createDefault(),
                        DefaultSchemePortResolver.INSTANCE);
        return new Broker(
                (installation, name) -> Optional.ofNullable(secrets.get(name)),
                new VendorRoad(
                        new VendorAddresses(stood, settings, clock, retry), vendors, replaced),
                new Turnstiles(new Limits(limits)),
                asks,
                meters);
    }

    @Test
    void theReplacedAddressIsAskedAndNobodyElse() {
        ok(get(API + "/v2/orders?limit=1"));
        ok(get("https://files.vendor.example/x"));
        assertThat(vendor.asks)
                .extracting(Vendor.Ask::path)
                .containsExactly("/v2/orders?limit=1", "/x");
        assertThat(vendor.asks.getFirst().headers().get("Host"))
                .containsExactly("127.0.0.1:" + vendor.port());
        assertThat(looked).isEmpty();
    }

    @Test
    void withoutAReplacementOnlyAPublicAddressIsAsked() {
        settings.setProperty("onhand.connectors.till.base.url", "");
        fails(get(API + "/"), "host-not-public");
        assertThat(looked).containsExactly("api.vendor.example");
        assertThat(vendor.asks).isEmpty();
    }

    @Test
    void aHostThatIsNotDeclaredIsNotAsked() {
        fails(get("https://vendor.example/"), "host-not-allowed");
        fails(get("https://api.vendor.example.evil.example/"), "host-not-allowed");
        fails(get("http://api.vendor.example/"), "host-not-allowed");
        fails(get(vendor.url()), "host-not-allowed");
        assertThat(vendor.asks).isEmpty();
    }

    @Test
    void aRedirectionIsToldAndNotFollowed() {
        HttpAnswer answer = ok(get(API + "/moved"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).isPresent();
        assertThat(vendor.asks).hasSize(1);
    }

    @Test
    void cookiesGoNeitherWay() {
        HttpAnswer answer = ok(get(API + "/cookie"));
        assertThat(answer.header("set-cookie")).isEmpty();
        assertThat(answer.header("retry-after")).contains("7");
        ok(get(API + "/"));
        assertThat(vendor.asks.getLast().headers()).doesNotContainKeys("Cookie", "Upgrade");
        fails(call("GET", "/", Map.of("Cookie", "a=b"), null), "bad-request");
    }

    @Test
    void aBodyIsSentAsItIsAndOnce() {
        ok(call("POST", "/v2/x", Map.of("Content-Type", "application/json"), "{\"name\":\"Tée\"}"));
        assertThat(vendor.asks).hasSize(1);
        assertThat(vendor.asks.getFirst().body()).isEqualTo("{\"name\":\"Tée\"}");
        assertThat(vendor.asks.getFirst().headers().get("Content-type"))
                .containsExactly("application/json");
    }

    @Test
    void requestsAndAnswersHaveAnEnd() {
        fails(
                call("POST", "/", Map.of(), "x".repeat(Broker.BODY_BYTES_MAX + 1)),
                "request-too-large");
        assertThat(vendor.asks).isEmpty();
        assertThat(ok(get(API + "/large")).body()).hasSize(VendorClient.ANSWER_BYTES_MAX);
        fails(get(API + "/too-large"), "answer-too-large");
        fails(call("CONNECT", "/", Map.of(), null), "bad-request");
    }

    @Test
    void anAnswerThatDribblesIsGivenUpAsAWhole() throws Exception {
        try (var client =
                new VendorClient(
                        SystemDefaultDnsResolver.INSTANCE,
                        DefaultClientTlsStrategy.createDefault(),
                        DefaultSchemePortResolver.INSTANCE)) {
            var request =
                    new VendorRequest("GET", URI.create(vendor.url() + "/dribble"), Map.of(), null);
            assertThatThrownBy(() -> client.send(request, Duration.ofMillis(200)))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aVendorThatIsNotThereIsAskedLater() {
        vendor.close();
        assertThat(get(API + "/")).isEqualTo(new Outcome.Retry<>(0));
    }

    @Test
    void aSecretGoesIntoHeadersOfItsOwnHostsAlone() {
        var bearer = Map.of("Authorization", "Bearer ${secret:token}");
        ok(call("POST", "/v2", bearer, "${secret:token}"));
        assertThat(vendor.asks.getFirst().headers().get("Authorization"))
                .containsExactly("Bearer a-secret-token");
        assertThat(vendor.asks.getFirst().body()).isEqualTo("${secret:token}");
        fails(
                ask(new HttpCall("GET", "https://files.vendor.example/", bearer, null)),
                "secret-not-bound");
        fails(call("GET", "/", Map.of("X", "${secret:signingSecret}"), null), "secret-not-bound");
        fails(call("GET", "/", Map.of("X", "${secret:unknown}"), null), "secret-not-bound");
        assertThat(vendor.asks).hasSize(1);
    }

    @Test
    void aSecretThatIsNotThereMeansThatAPersonHasToSignIn() {
        assertThat(call("GET", "/", Map.of("X", "${secret:other}"), null))
                .isEqualTo(new Outcome.Reauthorise<>(false));
    }

    @Test
    void aSecretWithALineBreakIsNotSent() {
        secrets.put("token", "a\r\nHost: evil.example");
        fails(call("GET", "/", Map.of("X", "${secret:token}"), null), "bad-secret");
        assertThat(vendor.asks).isEmpty();
    }

    @Test
    void aSecretThatComesBackIsMasked() {
        HttpAnswer answer =
                ok(call("GET", "/echo", Map.of("Authorization", "Bearer ${secret:token}"), null));
        assertThat(answer.body()).isEqualTo("You sent Bearer ***");
        assertThat(answer.header("x-echo")).contains("Bearer ***");
    }

    @Test
    void eightAsksOfAConnectionAreOnTheirWayAtATime() {
        broker = broker("off");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Outcome<HttpAnswer>>> all = new ArrayList<>();
            for (int i = 0; i < 3 * Turnstile.PARALLEL_MAX; i++) {
                all.add(CompletableFuture.supplyAsync(() -> get(API + "/held"), threads));
            }
            Awaitility.await().until(() -> vendor.asks.size() == Turnstile.PARALLEL_MAX);
            vendor.released.countDown();
            assertThat(all).allSatisfy(one -> ok(one.join()));
        }
        assertThat(vendor.asks).hasSize(3 * Turnstile.PARALLEL_MAX);
        assertThat(vendor.mostAtOnce).hasValueLessThanOrEqualTo(Turnstile.PARALLEL_MAX);
    }

    private Outcome<HttpAnswer> get(String url) {
        return ask(new HttpCall("GET", url, Map.of(), null));
    }

    private Outcome<HttpAnswer> call(
            String method, String path, Map<String, String> headers, @Nullable String body) {
        return ask(new HttpCall(method, API + path, headers, body));
    }

    private Outcome<HttpAnswer> ask(HttpCall call) {
        return broker.ask(till, DECLARED, "fetch", call);
    }

    private static HttpAnswer ok(Outcome<HttpAnswer> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        return ((Outcome.Ok<HttpAnswer>) outcome).value();
    }

    private static void fails(Outcome<HttpAnswer> outcome, String code) {
        assertThat(outcome).isInstanceOf(Outcome.Fail.class);
        assertThat(((Outcome.Fail<HttpAnswer>) outcome).code()).isEqualTo(code);
    }
}
