package io.onhand.web.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.Act;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;

class LogContextTest {

    private final JsonWriter<Object> writer =
            JsonWriter.of(members -> new LogContext().customize(members));

    @Test
    void aLineSaysWhoseWorkItBelongsTo() {
        var tenant = new TenantId(Region.HOME.newId());
        String line =
                CurrentTenant.call(
                        tenant, Act.ofJob("seal", "c-1"), () -> writer.writeToString("a line"));
        assertThat(line)
                .isEqualTo(
                        "{\"tenant\":\"%s\",\"door\":\"job:seal\",\"correlation_id\":\"c-1\"}"
                                .formatted(tenant));
    }

    @Test
    void aLineOfNobodysWorkSaysNothingOfIt() {
        assertThat(writer.writeToString("a line")).isEqualTo("{}");
    }
}
