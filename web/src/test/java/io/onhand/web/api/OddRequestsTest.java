package io.onhand.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is wrong with a request before its body or its names are looked at. */
@WebTest
class OddRequestsTest {

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "*/*",
                "application/*",
                "application/*; charset=utf-8",
                "text/plain",
                "garbage"
            })
    void aBodyOfAnotherMediaTypeIsNotTaken(String type) {
        var api = new Api(port, TeaShop.open(program).key(Role.OWNER));
        for (String path : new String[] {"/api/v1/reservations", "/api/v1/locations"}) {
            var got = api.send("POST", path, "{}", "Content-Type", type, "Idempotency-Key", "k");
            assertThat(got.code()).as(path).isEqualTo("unsupported-media-type");
            assertThat(got.status()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "BREW", "PROPFIND"})
    void aMethodThatAPathDoesNotTakeIsToldWhichItTakes(String method) {
        var api = new Api(port, TeaShop.open(program).key(Role.OWNER));
        var known = api.send(method, "/api/v1/locations", null);
        assertThat(known.status()).isEqualTo(405);
        assertThat(known.code()).isEqualTo("method-not-allowed");
        assertThat(known.header("Allow")).hasValueSatisfying(a -> assertThat(a).contains("GET"));
        assertThat(new Api(port, null).send(method, "/api/v1/locations", null).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%5c",
                "%5cx",
                "%ff",
                "%ED%A0%80",
                "%00",
                "%0a",
                "%2e%2e%2f",
                "%2f",
                "%252f",
                "a;b=c",
                "/x",
                "%7f",
                "x%c2%85"
            })
    void anUnreadablePathIsAProblemForWhoShowsAKeyAndNoMoreThanThatToOthers(String name) {
        var api = new Api(port, TeaShop.open(program).key(Role.OWNER));
        String path = "/api/v1/locations/" + name;
        var known = api.get(path);
        assertThat(known.header("Content-Type")).contains("application/problem+json");
        assertThat(known.status()).isIn(400, 404);
        assertThat(known.code()).isIn("malformed", "not-found");
        var unknown = new Api(port, null).get(path);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.code()).isEqualTo("unauthenticated");
        assertThat(unknown.header("WWW-Authenticate")).isPresent();
    }
}
