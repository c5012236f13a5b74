package io.onhand.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class CallerTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/", "/api/v1/no-such-thing", "/demo/clock"})
    void withoutAKeyEveryPathIsUnauthenticated(String path) {
        var got = new Api(port, null).get(path);
        assertThat(got.status()).isEqualTo(401);
        assertThat(got.code()).isEqualTo("unauthenticated");
        assertThat(got.header("WWW-Authenticate")).contains("Bearer realm=\"onhand\"");
        assertThat(got.header("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aBadKeyIsUnauthenticated() {
        assertThat(new Api(port, "oh_nobody_has_this").get("/api/v1/x").status()).isEqualTo(401);
    }

    @Test
    void withAKeyAnUnknownPathIsNotFoundWhateverTheMethod() {
        var api = new Api(port, TeaShop.open(program).key(Role.OWNER));
        assertThat(api.get("/api/v1/no-such-thing").status()).isEqualTo(404);
        assertThat(api.post("/api/v1/no-such-thing", "{}").code()).isEqualTo("not-found");
    }

    @Test
    void aSaneRequestIdIsAnsweredBackAndAnotherReplaced() {
        var api = new Api(port, TeaShop.open(program).key(Role.OWNER));
        var sane = api.send("GET", "/api/v1/x", null, "X-Request-Id", "till-7:42");
        assertThat(sane.header("X-Request-Id")).contains("till-7:42");
        var odd = api.send("GET", "/api/v1/x", null, "X-Request-Id", "a b");
        assertThat(odd.header("X-Request-Id")).isPresent().isNotEqualTo("a b");
    }

    @Test
    void everyAnswerForbidsInlineScriptsAndFrames() {
        var policy = new Api(port, null).get("/").header("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe-inline");
    }
}
