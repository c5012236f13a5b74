package io.onhand.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.onhand.identity.People;
import io.onhand.identity.PersonId;
import io.onhand.identity.Role;
import io.onhand.identity.SigningKeys;
import io.onhand.tenancy.MachineClock;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Browser;
import onhand.testing.web.Socket;
import onhand.testing.web.Tool;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class AccessTokenTest {

    private static final JOSEObjectType ACCESS = new JOSEObjectType(AccessTokens.TYPE);

    @LocalServerPort int port;
    @Autowired BeanFactory program;
    @Autowired People people;
    @Autowired SigningKeys keys;
    @Autowired MachineClock clock;

    private TeaShop shop;
    private Browser browser;
    private Tool.Tokens tokens;

    @BeforeEach
    void signIn() {
        shop = TeaShop.open(program);
        browser = Browser.of(port, program, shop, Role.CLERK, "LONDON");
        tokens = new Tool(port).tokens(browser);
    }

    private Api api(String token) {
        return new Api(port, token);
    }

    @Test
    void onlyAGoodTokenOfOursOpensTheApi() throws Exception {
        PrivateKey ours = keys.ofTokens().getPrivate();
        PrivateKey other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        var claims = SignedJWT.parse(tokens.access()).getJWTClaimsSet();
        assertThat(api(signed(claims, ours, ACCESS)).get("/api/v1/locations").status())
                .as("the test makes good ones, too")
                .isEqualTo(200);
        for (var bad : bad(claims, ours, other).entrySet()) {
            var got = api(bad.getValue()).get("/api/v1/locations");
            assertThat(got.status()).as(bad.getKey()).isEqualTo(401);
            assertThat(got.code()).as(bad.getKey()).isEqualTo("unauthenticated");
            assertThat(got.header("WWW-Authenticate").orElse(""))
                    .as(bad.getKey())
                    .contains("Bearer", "invalid_token");
            assertThat(Socket.refused(port, "", "Authorization", "Bearer " + bad.getValue()))
                    .as(bad.getKey())
                    .isEqualTo(401);
        }
    }

    private Map<String, String> bad(JWTClaimsSet claims, PrivateKey ours, PrivateKey other)
            throws JOSEException, ParseException {
        var bad = new LinkedHashMap<String, String>();
        String[] parts = tokens.access().split("\\.");
        Date past = Date.from(clock.now().minus(Duration.ofMinutes(1)));
        bad.put("ID token", tokens.id());
        bad.put("refresh token", tokens.refresh());
        bad.put("none", new PlainJWT(claims).serialize());
        bad.put("cut", parts[0] + "." + parts[1] + ".");
        bad.put("half", "eyJhbGciOiJSUzI1NiJ9");
        bad.put("another's claims", parts[0] + "." + tokens.id().split("\\.")[1] + "." + parts[2]);
        bad.put("another key", signed(claims, other, ACCESS));
        bad.put("no type", signed(claims, ours, null));
        bad.put("secret of both", symmetric(claims));
        bad.put("old", signed(change(claims).expirationTime(past).build(), ours, ACCESS));
        bad.put("endless", signed(change(claims).expirationTime(null).build(), ours, ACCESS));
        bad.put("elsewhere", signed(change(claims).issuer("https://x.y").build(), ours, ACCESS));
        bad.put("other aud", signed(change(claims).audience("onhand-cli").build(), ours, ACCESS));
        bad.put("no aud", signed(change(claims).audience((String) null).build(), ours, ACCESS));
        bad.put("no session", signed(change(claims).claim("sid", null).build(), ours, ACCESS));
        var stranger = Browser.person(program, TeaShop.open(program), Role.OWNER);
        String sub = stranger.id().toString();
        bad.put("other person", signed(change(claims).subject(sub).build(), ours, ACCESS));
        var tenant = TeaShop.open(program).tenant().value().toString();
        var named = Map.of("x", Map.of("id", tenant));
        bad.put(
                "other tenant",
                signed(change(claims).claim("organization", named).build(), ours, ACCESS));
        return bad;
    }

    private static JWTClaimsSet.Builder change(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    private static String signed(
            JWTClaimsSet claims,
            PrivateKey key,
            @org.jspecify.annotations.Nullable JOSEObjectType type)
            throws JOSEException {
        var token =
                new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    /** The open half of the key, taken for a shared secret. */
    private String symmetric(JWTClaimsSet claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(ACCESS).build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(keys.ofTokens().getPublic().getEncoded()));
        return token.serialize();
    }

    @Test
    void aTokenReachesWhatItsPersonMayAndNoMore() {
        var clerk = api(tokens.access());
        assertThat(clerk.get("/api/v1/stock-levels?location=LONDON").status()).isEqualTo(200);
        assertThat(clerk.get("/api/v1/stock-levels?location=PARIS").code())
                .isEqualTo("location-not-allowed");
        assertThat(clerk.get("/api/v1/audit-entries").code()).isEqualTo("forbidden");
    }

    @Test
    void whatIsDoneIsDoneByThePersonAndOncePerPerson() {
        String body =
                "{\"location\":\"LONDON\",\"reason\":\"found\",\"lines\":[{\"sku\":\"TEA-MINT-50\",\"quantity\":\"1\"}]}";
        var other = api(Tool.token(port, program, shop, Role.CLERK, "LONDON"));
        assertThat(api(tokens.access()).post("/api/v1/adjustments", "k", body).replayed())
                .isFalse();
        assertThat(api(tokens.access()).post("/api/v1/adjustments", "k", body).replayed()).isTrue();
        var second = other.post("/api/v1/adjustments", "k", body);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.replayed()).as("another person").isFalse();
        String person = Tool.claims(tokens.access()).path("sub").asString();
        var moves = new Api(port, shop.key(Role.OWNER)).get("/api/v1/movements?sku=TEA-MINT-50");
        assertThat(moves.text()).contains(person);
    }

    @Test
    void aMembershipThatEndedIsWorthNothingAtOnce() {
        var person = PersonId.parse(Tool.claims(tokens.access()).path("sub").asString());
        shop.run(() -> people.dismiss(person));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api(tokens.access()).get("/api/v1/locations").status() == 401);
        assertThat(new Tool(port).refresh(tokens.refresh()).html()).contains("invalid_grant");
    }

    @Test
    void aTokenOpensALiveConnectionThatEndsWithTheSession() throws Exception {
        try (var socket = Socket.open(port, tokens.access())) {
            socket.subscribe("stock:LONDON");
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
            browser.submit("/app/stock", "/sign-out");
            assertThat(socket.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void aTicketOfATokenIsGoodAsLongAsItsSession() throws Exception {
        var made = api(tokens.access()).send("POST", "/api/v1/live-tickets", null);
        String ticket = made.json().path("ticket").asString();
        try (var socket = Socket.open(port, "?ticket=" + ticket, true)) {
            socket.subscribe("stock:LONDON");
            assertThat(socket.next().path("subscribed").asBoolean(false)).isTrue();
            browser.submit("/app/stock", "/sign-out");
            assertThat(socket.closeCode()).isEqualTo(4001);
        }
    }
}
