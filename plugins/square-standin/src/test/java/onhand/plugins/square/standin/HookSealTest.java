package onhand.plugins.square.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookSealTest {

    private static final String VENDORS_KEY = "Ibxx_5AKakO-3qeNVR61Dw";
    private static final String VENDORS_ADDRESS =
            "https://webhook.site/679a4f3a-dcfa-49ee-bac5-9d0edad886b9";
    private static final String VENDORS_SIGNATURE = "GF4YkrJgGBDZ9NIYbNXBnMzqb2HoL4RW/S6vkZ9/2N4=";
    private static final String VENDORS_BODY =
            "{\"merchant_id\":\"MLEFBHHSJGVHD\",\"type\":\"webhooks.test_notification\","
                    + "\"event_id\":\"ac3ac95b-f97d-458c-a6e6-18981597e05f\","
                    + "\"created_at\":\"2022-07-13T20:30:59.037339943Z\","
                    + "\"data\":{\"type\":\"webhooks\","
                    + "\"id\":\"bc368e64-01aa-407e-b46e-3231809b1129\"}}";

    private static final String OUR_BODY =
            "{\"merchant_id\":\"MTEST\",\"type\":\"inventory.count.updated\",\"event_id\":\"e-1\","
                    + "\"created_at\":\"2026-01-05T12:00:00Z\",\"data\":{\"type\":\"inventory_counts\","
                    + "\"id\":\"d-1\",\"object\":{\"inventory_counts\":[{\"calculated_at\":"
                    + "\"2026-01-05T11:59:59.9Z\",\"catalog_object_id\":\"VAR1\","
                    + "\"catalog_object_type\":\"ITEM_VARIATION\",\"location_id\":\"LOC1\","
                    + "\"quantity\":\"7.5\",\"state\":\"IN_STOCK\"}]}}}";

    @Test
    void theVendorsPublishedVectorIsSignedAsTheVendorSignsIt() {
        assertThat(seal(VENDORS_KEY, VENDORS_ADDRESS, VENDORS_BODY)).isEqualTo(VENDORS_SIGNATURE);
    }

    @Test
    void theVendorsVectorHasAnotherSignatureOnceAnythingDiffers() {
        assertThat(
                        new String[] {
                            seal("MCmhFRxGX82xMwg5FsaoQA", VENDORS_ADDRESS, VENDORS_BODY),
                            seal(VENDORS_KEY, VENDORS_ADDRESS + "/", VENDORS_BODY),
                            seal(VENDORS_KEY, VENDORS_ADDRESS.substring(1), VENDORS_BODY),
                            seal(
                                    VENDORS_KEY,
                                    VENDORS_ADDRESS,
                                    VENDORS_BODY.replace("07-13", "06-13")),
                            seal(VENDORS_KEY, VENDORS_ADDRESS, VENDORS_BODY.replace(":", ": "))
                        })
                .doesNotContain(VENDORS_SIGNATURE)
                .doesNotHaveDuplicates();
    }

    /** Computed by another program: evidence of our arithmetic, not of the vendor. */
    @ParameterizedTest
    @CsvSource({
        "https://ims.example.test/hooks/square,6ouaxTprfhNn7rxroWiM6Rcu9f/W/ru1BWuQDby1m2A=",
        "https://ims.example.test/hooks/square/,2UN1vlKWHVSJIjUUuPE48rTcFqVNAGGj+8sgNdYKQmk="
    })
    void ourOwnArithmeticAgreesWithAnotherProgram(String address, String signature) {
        assertThat(seal("sq-test-key", address, OUR_BODY)).isEqualTo(signature);
    }

    @Test
    void theBodyOfOurOwnVectorHasTheShapeOfAWebhook() {
        assertThat(Shapes.load().ofWebhook(Json.MAPPER.readTree(OUR_BODY))).isEmpty();
    }

    private static String seal(String key, String address, String body) {
        return HookSeal.of(key, address, body.getBytes(StandardCharsets.UTF_8));
    }
}
