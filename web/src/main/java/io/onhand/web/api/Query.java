package io.onhand.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The query of a request, read strictly: each parameter once, UTF-8, nothing unprintable. */
final class Query {

    private final SortedMap<String, String> values = new TreeMap<>();

    private Query() {}

    /**
     * Reads it.
     *
     * @throws Refusal {@code malformed}
     */
    static Query of(HttpServletRequest request) {
        var query = new Query();
        String text = request.getQueryString();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&", -1)) {
                query.add(pair);
            }
        }
        return query;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        StrictJson.refuseUnprintable(name);
        StrictJson.refuseUnprintable(value);
        if (values.put(name, value) != null) {
            throw malformed("The query parameter " + name + " stands there twice.");
        }
    }

    SortedMap<String, String> values() {
        return values;
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    private static String decode(String text) {
        var bytes = ByteBuffer.allocate(text.length() * 3);
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.put(hex(raw, i));
                i += 2;
            } else {
                bytes.put(raw[i] == '+' ? (byte) ' ' : raw[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed("The query is not UTF-8.");
        }
    }

    private static byte hex(byte[] raw, int percent) {
        int high = percent + 2 < raw.length ? Character.digit(raw[percent + 1], 16) : -1;
        int low = percent + 2 < raw.length ? Character.digit(raw[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed("The query holds a % without two hexadecimal digits.");
        }
        return (byte) (high << 4 | low);
    }

    static Refusal malformed(String detail) {
        return new Refusal(ProblemCode.MALFORMED, detail);
    }
}
