package io.onhand.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@WebTest
@TestPropertySource(
        properties = {
            "onhand.metrics.token=for-prometheus",
            "management.prometheus.metrics.export.enabled=true"
        })
class MetricsAccessTest {

    private static final String METRICS = "/actuator/prometheus";

    @LocalServerPort int port;

    @Test
    void whoShowsTheTokenReadsTheMetricsOfTheLedger() {
        var answer = new Api(port, "for-prometheus").get(METRICS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("onhand_ledger_retries_total", "onhand_ledger_wait");
    }

    @Test
    void nobodyElseDoes() {
        assertThat(new Api(port, null).get(METRICS).status()).isEqualTo(401);
        assertThat(new Api(port, "for-prometheuS").get(METRICS).status()).isEqualTo(401);
    }
}
