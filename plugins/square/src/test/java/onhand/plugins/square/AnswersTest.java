package onhand.plugins.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.plugin.Account;
import io.onhand.plugin.HttpAnswer;
import io.onhand.plugin.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import onhand.plugins.square.standin.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static final String LOCATIONS = "GET /v2/locations";

    @TempDir Path directory;
    private TeaShop shop;

    @BeforeEach
    void open() {
        shop = TeaShop.open(directory);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theAccountHasItsPlaces() {
        assertThat(TeaShop.ok(shop.connector.account(shop.ctx)).places())
                .containsExactly(
                        new Account.Place("L-LONDON", "London", true),
                        new Account.Place("L-PARIS", "Paris", true));
    }

    @Test
    void aTokenThatExpiredIsRefreshedAndOneThatWasRevokedNeedsAPerson() {
        assertThat(after(new Fault.TokenExpired())).isEqualTo(new Outcome.Reauthorise<>(true));
        assertThat(after(new Fault.TokenRevoked())).isEqualTo(new Outcome.Reauthorise<>(false));
        shop.faults().expire(TeaShop.TOKEN);
        assertThat(account()).isEqualTo(new Outcome.Reauthorise<>(true));
        shop.faults().revoke(TeaShop.TOKEN);
        assertThat(account()).isEqualTo(new Outcome.Reauthorise<>(false));
    }

    @Test
    void anUnknownTokenNeedsAPerson() {
        try (var stranger = new StandInCtx(shop.square.address(), shop.clock, "nobody")) {
            assertThat(shop.connector.account(stranger))
                    .isEqualTo(new Outcome.Reauthorise<>(false));
        }
    }

    @Test
    void whoAskedTooOftenComesAgainWhenSquareSaysOrWhenOnhandThinks() {
        assertThat(after(new Fault.RateLimited(Duration.ofSeconds(7))))
                .isEqualTo(new Outcome.Retry<>(7));
        assertThat(after(new Fault.RateLimited(null))).isEqualTo(new Outcome.Retry<>(0));
    }

    @Test
    void whatIsBrokenOrSilentMayGoWellLater() {
        assertThat(after(new Fault.Unavailable())).isEqualTo(new Outcome.Retry<>(0));
        assertThat(after(new Fault.ErrorAfterEffect())).isEqualTo(new Outcome.Retry<>(0));
        shop.ctx.patience = Duration.ofMillis(300);
        assertThat(after(new Fault.SilenceAfterEffect(Duration.ofSeconds(30))))
                .isEqualTo(new Outcome.Retry<>(0));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 7",
        "0, 1",
        "999999999, 86400",
        "'Fri, 20 Nov 2026 10:02:00 GMT', 60",
        "'Fri, 20 Nov 2026 09:00:00 GMT', 1",
        "soon, 0",
        "-3, 0"
    })
    void retryAfterIsSecondsOrADate(String header, long seconds) {
        var answer = new HttpAnswer(429, Map.of("retry-after", header), "");
        assertThat(RetryAfter.seconds(answer, "2026-11-20T10:01:00Z")).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "408, '', Retry[afterSeconds=0]",
        "502, '<html>', Retry[afterSeconds=0]",
        "200, '<html>', Retry[afterSeconds=0]",
        "401, '<html>', Reauthorise[expired=false]",
        "403, '{}', Reauthorise[expired=false]",
    })
    void whatStandsBetweenIsNotTakenForSquare(int status, String body, String outcome) {
        assertThat(answered(status, body)).hasToString(outcome);
    }

    @Test
    void anAnswerThatIsNotSquaresIsSaidInTheLog() {
        var ctx = new ScriptedCtx().then(200, "<html>");
        shop.connector.account(ctx);
        assertThat(ctx.log.lines)
                .containsExactly("What answers GET /v2/locations with status 200 is not Square.");
    }

    @Test
    void whatSquareRefusesFailsByItsWord() {
        String body =
                "{\"errors\":[{\"category\":\"INVALID_REQUEST_ERROR\",\"code\":\"BAD_REQUEST\","
                        + "\"detail\":\"No.\"}]}";
        assertThat(answered(400, body))
                .isEqualTo(
                        new Outcome.Fail<>("bad-request", "Square refuses GET /v2/locations: No."));
        assertThat(answered(302, "")).isInstanceOf(Outcome.Fail.class);
    }

    private Outcome<Account> after(Fault fault) {
        shop.faults().next(LOCATIONS, fault, 1);
        return account();
    }

    private Outcome<Account> account() {
        return shop.connector.account(shop.ctx);
    }

    private Outcome<Account> answered(int status, String body) {
        return shop.connector.account(new ScriptedCtx().then(status, body));
    }
}
