package io.onhand.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DialectTest {

    @Test
    void theVersionTextTellsTheDatabase() {
        assertThat(Dialect.ofVersion("PostgreSQL 18.1 on x86_64-pc-linux-gnu"))
                .isEqualTo(Dialect.POSTGRESQL);
        assertThat(Dialect.ofVersion("CockroachDB CCL v25.2.2 (x86_64-pc-linux-gnu, built 2025)"))
                .isEqualTo(Dialect.COCKROACHDB);
        assertThat(Dialect.ofVersion("CockroachDB CCL v26.1.0-rc.1 (aarch64)"))
                .isEqualTo(Dialect.COCKROACHDB);
    }

    @Test
    void aCockroachThatMixesUpTenantsIsRefused() {
        assertThatThrownBy(() -> Dialect.ofVersion("CockroachDB CCL v25.2.1 (x86_64)"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("before 25.2.2");
        assertThatThrownBy(() -> Dialect.ofVersion("CockroachDB CCL v24.3.30 (x86_64)"))
                .isInstanceOf(StartRefused.class);
    }
}
