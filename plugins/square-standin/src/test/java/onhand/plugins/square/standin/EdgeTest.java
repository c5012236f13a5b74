package onhand.plugins.square.standin;

import static onhand.plugins.square.standin.TeaShop.EARL;
import static onhand.plugins.square.standin.TeaShop.LONDON;
import static onhand.plugins.square.standin.TeaShop.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    private static final String LOCATIONS = "GET /v2/locations";
    private static final String CREATE = "POST /v2/inventory/changes/batch-create";
    private static final String COUNT_OF_SEVEN =
            """
            {"idempotency_key":"k1","changes":[{"type":"PHYSICAL_COUNT","physical_count":{
             "catalog_object_id":"VAR-TEA-EARL-100","state":"IN_STOCK","location_id":"L-LONDON",
             "quantity":"7","occurred_at":"2026-11-20T10:00:30Z"}}]}
            """;

    @TempDir Path directory;
    private TeaShop shop;
    private Faults faults;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
        faults = shop.square.faults();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer nobody", "Basic demo-square-token"})
    void whoHasNoTokenIsUnauthorized(String authorization) throws Exception {
        var request = shop.request(LOCATIONS, "").setHeader("Authorization", authorization);
        assertThat(sent(request)).isEqualTo("401 UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "2025-13-01"})
    void aRequestNamesTheVersionOfTheApi(String version) throws Exception {
        var request = shop.request(LOCATIONS, "").setHeader("Square-Version", version);
        assertThat(sent(request)).isEqualTo("400 INVALID_SQUARE_VERSION_FORMAT");
    }

    @Test
    void aTokenExpiresAndMayBeRevoked() {
        faults.accept(TOKEN, shop.clock.instant().plusSeconds(60));
        shop.ask(LOCATIONS, "");
        shop.clock.pass(Duration.ofSeconds(60));
        assertThat(shop.refused(LOCATIONS, "")).isEqualTo("401 ACCESS_TOKEN_EXPIRED");
        faults.revoke(TOKEN);
        assertThat(shop.refused(LOCATIONS, "")).isEqualTo("401 ACCESS_TOKEN_REVOKED");
        faults.accept(TOKEN, null);
        shop.ask(LOCATIONS, "");
    }

    @Test
    void everyPlannedRefusalComesAsOftenAsPlannedAndNoOftener() {
        assertThat(once(new Fault.TokenExpired())).isEqualTo("401 ACCESS_TOKEN_EXPIRED");
        assertThat(once(new Fault.TokenRevoked())).isEqualTo("401 ACCESS_TOKEN_REVOKED");
        assertThat(once(new Fault.RateLimited(null))).isEqualTo("429 RATE_LIMITED");
        assertThat(once(new Fault.Unavailable())).isEqualTo("503 SERVICE_UNAVAILABLE");
        assertThat(once(new Fault.InvalidCursor())).isEqualTo("400 INVALID_CURSOR");
        assertThat(once(new Fault.KeyReused())).isEqualTo("400 IDEMPOTENCY_KEY_REUSED");
        assertThat(once(new Fault.OccurredAtRefused())).isEqualTo("400 INVALID_TIME");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("100");
        faults.next(CREATE, new Fault.Unavailable(), 2);
        assertThat(shop.refused(CREATE, COUNT_OF_SEVEN)).startsWith("503");
        assertThat(shop.refused(CREATE, COUNT_OF_SEVEN)).startsWith("503");
        shop.ask(CREATE, COUNT_OF_SEVEN);
    }

    @Test
    void retryAfterIsToldOnlyWhenPlanned() {
        faults.next(LOCATIONS, new Fault.RateLimited(Duration.ofSeconds(7)), 1);
        faults.next(LOCATIONS, new Fault.RateLimited(null), 1);
        assertThat(shop.send(LOCATIONS, "").headers().firstValue("Retry-After")).contains("7");
        assertThat(shop.send(LOCATIONS, "").headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void anErrorAfterTheEffectIsFoundDoneByTheNextTryWithTheSameKey() {
        faults.next(CREATE, new Fault.ErrorAfterEffect(), 1);
        assertThat(shop.refused(CREATE, COUNT_OF_SEVEN)).isEqualTo("500 INTERNAL_SERVER_ERROR");
        assertThat(shop.count(LONDON, EARL)).isEqualTo("7");
        shop.till().recount(LONDON, EARL, "9");
        assertThat(shop.ask(CREATE, COUNT_OF_SEVEN).path("changes").size()).isEqualTo(1);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("9");
    }

    @Test
    void silenceAfterTheEffectEndsInATimeout() {
        faults.next(CREATE, new Fault.SilenceAfterEffect(Duration.ofSeconds(30)), 1);
        var request = shop.request(CREATE, COUNT_OF_SEVEN).timeout(Duration.ofSeconds(3));
        assertThat(catchThrowable(() -> sent(request))).isInstanceOf(HttpTimeoutException.class);
        assertThat(shop.count(LONDON, EARL)).isEqualTo("7");
    }

    @Test
    void whatIsNoCallOrNoJsonIsRefused() {
        assertThat(shop.refused("GET /v2/nothing", "")).isEqualTo("404 NOT_FOUND");
        assertThat(shop.refused("PUT /v2/locations", "{}")).isEqualTo("405 METHOD_NOT_ALLOWED");
        assertThat(shop.refused(CREATE, "[]")).isEqualTo("400 EXPECTED_JSON_BODY");
        assertThat(shop.refused(CREATE, "{\"a\":1,\"a\":2}")).isEqualTo("400 EXPECTED_JSON_BODY");
        assertThat(shop.refused(LOCATIONS, "?page=2")).isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        shop.close();
        var clock = new MovedClock();
        var slow = TeaShop.settings(directory.resolve("slow"), clock).withRequestsPerSecond(1);
        shop = TeaShop.open(slow, clock);
        assertThat(IntStream.range(0, 20).mapToObj(i -> shop.send(LOCATIONS, "")))
                .anySatisfy(
                        answer -> {
                            assertThat(TeaShop.code(answer)).isEqualTo("429 RATE_LIMITED");
                            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                        });
    }

    @Test
    void whatWasAskedIsRemembered() {
        shop.send(LOCATIONS, "");
        assertThat(shop.square.asked()).containsExactly(new Asked(LOCATIONS, "", 200));
    }

    private String once(Fault fault) {
        faults.next(CREATE, fault, 1);
        return shop.refused(CREATE, COUNT_OF_SEVEN);
    }

    private static String sent(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return TeaShop.code(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }
    }
}
