package onhand.plugins.square;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Quantities: decimals with at most 5 places at Square's, 6 at Onhand's, never floating. */
final class Amount {

    /** Square's limit of a stock's quantity. */
    static final int CHARACTERS_MAX = 26;

    /** Decimals that Square takes. */
    static final int DECIMALS_MAX = 5;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private Amount() {}

    /**
     * A quantity that has to be there.
     *
     * @throws Misfit if it is no decimal
     */
    static BigDecimal of(JsonNode node, String field) {
        String text = Json.text(node, field);
        if (text.length() > CHARACTERS_MAX || !DECIMAL.matcher(text).matches()) {
            throw new Misfit(field + " is no decimal.");
        }
        return new BigDecimal(text);
    }

    /** Without an exponent and without superfluous zeros. */
    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
