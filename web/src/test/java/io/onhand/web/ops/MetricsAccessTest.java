package io.onhand.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onhand.testing.web.Api;
import onhand.testing.web.WorkerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WorkerTest
class MetricsAccessTest {

    private static final String METRICS = "/actuator/prometheus";
    private static final Pattern METRIC = Pattern.compile("\\b(onhand|http|hikaricp|jvm)_\\w+");

    @LocalServerPort int port;

    @Test
    void whoShowsTheTokenReadsTheMetricsOfTheLedger() {
        var answer = new Api(port, WorkerTest.METRICS_TOKEN).get(METRICS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("onhand_ledger_retries_total", "onhand_ledger_wait");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard.json", "alerts.yaml"})
    void whatDashboardAndAlertsAskForIsMeasured(String file) throws IOException {
        var api = new Api(port, WorkerTest.METRICS_TOKEN);
        api.get("/actuator/health/readiness");
        String asked = Files.readString(Path.of("../helm/monitoring", file));
        assertThat(api.get(METRICS).text())
                .contains(METRIC.matcher(asked).results().map(MatchResult::group).toList());
    }

    @Test
    void nobodyElseDoes() {
        assertThat(new Api(port, null).get(METRICS).status()).isEqualTo(401);
        assertThat(new Api(port, "for-prometheuS").get(METRICS).status()).isEqualTo(401);
    }
}
