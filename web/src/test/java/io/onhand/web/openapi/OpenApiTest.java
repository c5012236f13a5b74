package io.onhand.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@WebTest
class OpenApiTest {

    @LocalServerPort int port;

    JsonNode document = MissingNode.getInstance();

    @BeforeEach
    void read() {
        document = new Api(port, null).get("/v3/api-docs").json();
    }

    @Test
    void itIsOpenApi31AndNeedsNoKey() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void everyOperationSaysWhatItNeedsAndHowItRefuses() {
        assertThat(operations()).isNotEmpty();
        for (JsonNode operation : operations()) {
            assertThat(operation.path("x-onhand-permission").asString("")).isNotEmpty();
            assertThat(operation.path("x-onhand-location").asString(""))
                    .isIn("path", "query", "body", "filter", "none");
            assertThat(operation.path("responses").propertyNames())
                    .contains("400", "401", "403", "406", "429", "503");
        }
    }

    @Test
    void everyReferenceLeadsToASchema() {
        List<JsonNode> references = new ArrayList<>(document.findValues("$ref"));
        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void quantitiesAreStringsAndNothingElseIsTakenThanWhatIsNamed() {
        JsonNode line = document.at("/components/schemas/AdjustmentLine");
        assertThat(line.at("/properties/quantity/type").asString()).isEqualTo("string");
        assertThat(line.at("/properties/sku/maxLength").asInt()).isEqualTo(64);
        assertThat(line.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(line.path("required").size()).isEqualTo(2);
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }
}
