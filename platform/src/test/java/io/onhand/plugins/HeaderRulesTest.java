package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "host",
                "Content-Length",
                "Transfer-Encoding",
                "TE",
                "Connection",
                "Keep-Alive",
                "Upgrade",
                "Trailer",
                "Expect",
                "Cookie",
                "Proxy-Authorization",
                "Proxy-Connection",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "Forwarded",
                "Via",
                "Accept-Encoding",
                "",
                " Host",
                "Host ",
                "Na me",
                "Name:",
                "Näme",
                "X\r\nHost",
            })
    void theseNamesAreNotForPlugins(String name) {
        assertThat(HeaderRules.allow(Map.of(name, "value"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nHost: evil.example", "a\nb", "a\rb", "a\u0000b", "a\u007f", "ä"})
    void theseValuesAreNotSent(String value) {
        assertThat(HeaderRules.allow(Map.of("Accept", value))).isFalse();
    }

    @Test
    void whatAVendorWantsIsSent() {
        assertThat(
                        HeaderRules.allow(
                                Map.of(
                                        "Authorization", "Bearer ${secret:token}",
                                        "Vendor-Version", "2026-05-20",
                                        "Content-Type", "application/json",
                                        "Accept", "application/json, text/*;q=0.1")))
                .isTrue();
    }

    @Test
    void aNameIsSentOnceAndTooManyNotAtAll() {
        assertThat(HeaderRules.allow(Map.of("Accept", "a", "ACCEPT", "b"))).isFalse();
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i <= HeaderRules.COUNT_MAX; i++) {
            many.put("X-" + i, "x");
        }
        assertThat(HeaderRules.allow(many)).isFalse();
        assertThat(HeaderRules.allow(Map.of("X", "x".repeat(HeaderRules.VALUE_LENGTH_MAX + 1))))
                .isFalse();
    }

    @Test
    void cookiesOfAnAnswerAreNotSeen() {
        assertThat(HeaderRules.isSeen("set-cookie")).isFalse();
        assertThat(HeaderRules.isSeen("retry-after")).isTrue();
    }
}
