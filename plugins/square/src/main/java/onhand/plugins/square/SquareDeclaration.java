package onhand.plugins.square;

import io.onhand.plugin.Declaration;
import io.onhand.plugin.Declaration.OAuth;
import io.onhand.plugin.Declaration.SecretField;
import io.onhand.plugin.Declaration.SettingField;
import io.onhand.plugin.HookSignature;
import java.util.List;
import java.util.Map;

/** What the connector is, needs and may do. */
final class SquareDeclaration {

    /** The setting that names the merchant whose messages are read. */
    static final String MERCHANT = "merchant";

    /** The setting that names our own application at Square. */
    static final String APPLICATION = "applicationId";

    private static final String APPLICATION_DEFAULT = "sq0idp-onhand";
    private static final String SIGNATURE_KEY = "signatureKey";
    private static final String ACCESS_TOKEN = "accessToken";
    private static final String ORDERS = "completed orders";
    private static final String TYPED = "changes typed at the till";
    private static final String BASE = "https://" + SquareApi.HOST;

    /** Square's limit of orders of one call, and of changes of one. */
    private static final int BATCH_MAX = 100;

    static final Declaration DECLARATION =
            new Declaration(
                    "Square",
                    new HookSignature.Hmac(
                            SIGNATURE_KEY,
                            "x-square-hmacsha256-signature",
                            HookSignature.Encoding.BASE64,
                            List.of(HookSignature.Part.HOOK_URL, HookSignature.Part.BODY)),
                    List.of(SquareApi.HOST),
                    Map.of(
                            "sale", ORDERS,
                            "return", ORDERS,
                            "count", TYPED,
                            "adjustment", TYPED,
                            "receipt", TYPED),
                    settings(),
                    secrets(),
                    new OAuth(
                            // a person who is signed in at Square is asked all the same
                            BASE + "/oauth2/authorize?session=false",
                            BASE + "/oauth2/token",
                            List.of(
                                    "INVENTORY_READ",
                                    "INVENTORY_WRITE",
                                    "ITEMS_READ",
                                    "ORDERS_READ",
                                    "PAYMENTS_READ",
                                    "MERCHANT_PROFILE_READ"),
                            ACCESS_TOKEN,
                            "merchant_id",
                            MERCHANT),
                    BATCH_MAX,
                    BATCH_MAX);

    private SquareDeclaration() {}

    /** The id of our application, by which our own changes are known. */
    static String application(Map<String, String> settings) {
        String set = settings.getOrDefault(APPLICATION, "");
        return set.isBlank() ? APPLICATION_DEFAULT : set;
    }

    private static List<SettingField> settings() {
        return List.of(
                new SettingField(
                        MERCHANT,
                        "Merchant",
                        "Square's id of the merchant; messages of any other are not posted.",
                        false),
                new SettingField(
                        APPLICATION,
                        "Application",
                        "The id of the application in Square's developer console, by which Onhand"
                                + " knows its own changes.",
                        false));
    }

    private static List<SecretField> secrets() {
        return List.of(
                new SecretField(
                        SIGNATURE_KEY,
                        "Signature key",
                        "Of the webhook subscription, in Square's developer console.",
                        List.of()),
                new SecretField(
                        ACCESS_TOKEN,
                        "Access token",
                        "Of the merchant, if he does not sign in at Square.",
                        List.of(SquareApi.HOST)));
    }
}
