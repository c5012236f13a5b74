package io.onhand.web.ops;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the metrics.
 *
 * @param token what Prometheus sends as its bearer token; empty: nobody reads them
 */
@ConfigurationProperties("onhand.metrics")
record MetricsSettings(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "MetricsSettings[token=" + (token.isEmpty() ? "none" : "set") + "]";
    }
}
