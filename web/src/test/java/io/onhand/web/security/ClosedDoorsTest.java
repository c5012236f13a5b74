package io.onhand.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import onhand.testing.web.Api;
import onhand.testing.web.WorkerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorkerTest
class ClosedDoorsTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/app",
                "/api/v1/stock-levels",
                "/api/v1/live",
                "/hooks/demo-generic-leaf",
                "/openapi.json",
                "/actuator"
            })
    void aProgramThatIsNoWebProgramHasNoDoorForPeopleAndTills(String path) {
        var answer = new Api(port, null).get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("\"not-found\"");
    }

    @Test
    void operatorsSeeThatItIsWell() {
        assertThat(new Api(port, null).get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
