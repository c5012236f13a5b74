package io.onhand.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onhand.measure.Quantity;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BodyTest {

    private static final JsonMapper JSON = new JsonMapper();

    enum Colour {
        RED,
        DARK_BLUE
    }

    record Order(
            @Code String code,
            @Nullable @Size(max = 5) String note,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable Integer revision,
            @Size(min = 1, max = 2) List<Item> lines) {}

    record Item(@Code String sku, @Positive Quantity quantity) implements Checked {

        @Override
        public void check(Faults faults) {
            if (sku.equals("NEVER")) {
                faults.at("sku").add("unknown-sku", "There is no such thing.");
            }
        }
    }

    record Change(@Size(max = 3) Given<String> name, Given<@Nullable String> note) {}

    @Test
    void whatIsAllowedBecomesARecord() {
        var order =
                (Order)
                        read(
                                """
                                {"code":"A","at":"2026-01-02T03:04:05.123456789Z",\
                                "colour":"dark-blue","revision":3,\
                                "lines":[{"sku":"S","quantity":"1.50"}]}""");
        assertThat(order)
                .isEqualTo(
                        new Order(
                                "A",
                                null,
                                Instant.parse("2026-01-02T03:04:05.123456Z"),
                                Colour.DARK_BLUE,
                                3,
                                List.of(new Item("S", Quantity.parse("1.5")))));
    }

    @Test
    void allFaultsAreNamedAtOnceByTheirPlaces() {
        var faults =
                faults(
                        """
                        {"code":"","note":"sixsix","at":"2026-01-02","colour":"green","x~/y":1,\
                        "lines":[{"sku":"NEVER","quantity":"1"},{"quantity":1}]}""");
        assertThat(faults)
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/x~0~1y", "unknown-field"),
                        tuple("/code", "bad-code"),
                        tuple("/note", "bad-length"),
                        tuple("/at", "bad-time"),
                        tuple("/colour", "unknown-colour"),
                        tuple("/lines/0/sku", "unknown-sku"),
                        tuple("/lines/1/sku", "missing"),
                        tuple("/lines/1/quantity", "bad-quantity"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, bad-quantity",
        "'\"+1\"', bad-quantity",
        "'\"1e3\"', bad-quantity",
        "'\"0.1234567\"', bad-quantity",
        "'\"-1\"', bad-quantity",
        "'\"0\"', bad-quantity",
        "'\"1000000000000\"', bad-quantity",
        "null, missing",
    })
    void whatIsNoQuantityIsRefused(String json, String code) {
        assertThat(faults("{\"code\":\"A\",\"lines\":[{\"sku\":\"S\",\"quantity\":" + json + "}]}"))
                .extracting(Fault::code)
                .containsExactly(code);
    }

    @Test
    void aListIsHeldToItsSize() {
        assertThat(faults("{\"code\":\"A\",\"lines\":[]}"))
                .extracting(Fault::code)
                .containsExactly("too-few-lines");
        assertThat(faults("{\"code\":\"A\",\"lines\":[1,2,3]}"))
                .extracting(Fault::code)
                .containsExactly("too-many-lines");
    }

    @Test
    void aPatchTellsLeftOutFromTakenAway() {
        var faults = new Faults();
        var change =
                (Change)
                        Objects.requireNonNull(
                                RecordReader.read(
                                        JSON.readTree("{\"note\":null}"), Change.class, faults));
        assertThat(change.name().given()).isFalse();
        assertThat(change.note()).isEqualTo(new Given<>(true, null));
        RecordReader.read(JSON.readTree("{\"name\":null}"), Change.class, faults);
        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void theHashKnowsNoOrderOfFieldsAndNoSuperfluousZeros() {
        String one = "{\"code\":\"A\",\"lines\":[{\"sku\":\"1.0\",\"quantity\":\"1\"}]}";
        assertThat(hash("{\"lines\":[{\"quantity\":\"01.00\",\"sku\":\"1.0\"}], \"code\":\"A\"}"))
                .isEqualTo(hash(one));
        assertThat(hash(one.replace("1.0", "1"))).isNotEqualTo(hash(one));
        assertThat(hash(one.replace("\"A\"", "\"A\",\"note\":\"\""))).isNotEqualTo(hash(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\\u0000\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\\n\":1}",
                "{'a':1}",
                "[1,]",
                "NaN",
            })
    void whatIsNoStrictJsonIsMalformed(String text) {
        assertMalformed(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void depthEncodingAndSizeHaveLimits() {
        assertThat(parse("[".repeat(32) + "]".repeat(32)).isArray()).isTrue();
        assertMalformed(("[".repeat(33) + "]".repeat(33)).getBytes(StandardCharsets.UTF_8));
        assertMalformed(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
        assertThatThrownBy(() -> StrictJson.read(message(new byte[StrictJson.BYTES_MAX + 1])))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(ProblemCode.TOO_LARGE));
    }

    private static void assertMalformed(byte[] bytes) {
        assertThatThrownBy(() -> StrictJson.read(message(bytes)))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.code()).isEqualTo(ProblemCode.MALFORMED));
    }

    private static byte[] hash(String json) {
        JsonNode root = parse(json);
        RecordReader.read(root, Order.class, new Faults());
        return BodyHash.of(root);
    }

    private static Object read(String json) {
        return Objects.requireNonNull(RecordReader.read(parse(json), Order.class, new Faults()));
    }

    private static List<Fault> faults(String json) {
        var faults = new Faults();
        RecordReader.read(parse(json), Order.class, faults);
        try {
            faults.refuseIfAny();
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }

    private static JsonNode parse(String json) {
        try {
            return StrictJson.read(message(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpInputMessage message(byte[] bytes) {
        return new HttpInputMessage() {
            @Override
            public ByteArrayInputStream getBody() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        };
    }
}
