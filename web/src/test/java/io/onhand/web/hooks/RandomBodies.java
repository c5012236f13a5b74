package io.onhand.web.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Bodies of messages as nobody should send them; the same seed gives the same ones. */
final class RandomBodies {

    /** What the mutated ones sell; no good message sells it. */
    static final String SKU = "TEA-SENCHA-100";

    private static final int BYTES_MAX = 4_096;
    private static final int DEPTH_MAX = 6;
    private static final int DEEP = 5_000;
    private static final String[] WORDS = {
        "events", "externalId", "type", "location", "occurredAt", "lines", "sku", "quantity",
        "revision", "sale", "void", "LONDON", "", "\\u0000", "\\ud800", "2026-13-45T99:99:99Z"
    };
    private static final String[] NUMBERS = {
        "0", "-0", "1e400", "-1e-400", "9223372036854775808", "0.1234567", "NaN", "1.", "00", "--1"
    };

    private final Random random;
    private int made;

    RandomBodies(long seed) {
        this.random = new Random(seed);
    }

    byte[] next() {
        made++;
        return switch (random.nextInt(5)) {
            case 0 -> bytes();
            case 1 -> json(DEPTH_MAX).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("{\"events\":" + json(DEPTH_MAX) + "}").getBytes(StandardCharsets.UTF_8);
            case 3 -> mutated();
            default -> odd().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(BYTES_MAX)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A good message with some bytes changed, cut or doubled. */
    private byte[] mutated() {
        String sale = SigningTill.sale("bad-" + made, SKU, "1");
        byte[] good = SigningTill.list(sale, sale).getBytes(StandardCharsets.UTF_8);
        for (int change = random.nextInt(1, 6); change > 0; change--) {
            good[random.nextInt(good.length)] = (byte) random.nextInt(256);
        }
        int end = random.nextBoolean() ? good.length : random.nextInt(good.length);
        return Arrays.copyOf(good, end);
    }

    private String odd() {
        return switch (random.nextInt(5)) {
            case 0 -> "[".repeat(DEEP);
            case 1 -> "{\"events\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + "}";
            case 2 -> "{\"events\":[],\"events\":[{}]}";
            case 3 -> SigningTill.list(SigningTill.sale("bad-" + made, SKU, number()));
            default -> SigningTill.list(SigningTill.sale(word(), word(), word()));
        };
    }

    private String json(int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 6);
        return switch (kind) {
            case 0 -> "null";
            case 1 -> number();
            case 2 -> "\"" + word() + "\"";
            case 3 -> random.nextBoolean() ? "true" : "false";
            case 4 -> "[" + json(depth - 1) + "," + json(depth - 1) + "]";
            default ->
                    "{\"%s\":%s,\"%s\":%s}"
                            .formatted(word(), json(depth - 1), word(), json(depth - 1));
        };
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private String number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }
}
