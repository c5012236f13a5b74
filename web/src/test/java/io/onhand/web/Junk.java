package io.onhand.web;

import java.util.List;

/** What nobody should send. */
final class Junk {

    /** Instead of a value of a body; JSON or not. */
    static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "{}",
                    "[]",
                    "[null]",
                    "NaN",
                    "'a'",
                    "-0",
                    "0.1",
                    "1e999999999",
                    "-9223372036854775809",
                    "1".repeat(1_200),
                    "\"\"",
                    "\" \"",
                    "\"1e5\"",
                    "\"+1\"",
                    "\"1.0000001\"",
                    "\"-99999999999999999999.999999\"",
                    "\"99999999999999999999999999999999999999\"",
                    "\"" + "9".repeat(5_000) + "\"",
                    "\"\u0663\"",
                    "\"9223372036854775807\"",
                    "\"\\u0000\"",
                    "\"\\u001f\"",
                    "\"\u0085\"",
                    "\"a\u0001b\"",
                    "\"\\ud800\"",
                    "\"\\udc00x\"",
                    "\"\\uZZZZ\"",
                    "\"\ud83c\udf75\"",
                    "\"\u202e\"",
                    "\"" + "x".repeat(3_000) + "\"",
                    "\"' or 1=1 --\"",
                    "\"2026-13-45T99:99:99Z\"",
                    "\"+1000000000-12-31T23:59:59Z\"",
                    "\"-999999999-01-01T00:00:00Z\"",
                    "\"0000-01-01T00:00:00Z\"",
                    "\"9999-12-31T23:59:59.999999999Z\"",
                    "\"2026-01-01T00:00:00\"",
                    "\"00000000-0000-0000-0000-000000000000\"",
                    "\"Europe/Nowhere\"",
                    "[".repeat(40) + "]".repeat(40),
                    "{\"a\":".repeat(40) + "1" + "}".repeat(40),
                    "[".repeat(20_000));

    /** Instead of a media type. */
    static final List<String> MEDIA_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/json;charset=utf-16",
                    "application/json;charset=nothing",
                    "application/merge-patch+json",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "*/*",
                    "garbage",
                    "a/b/c;;=");

    /** Instead of a method. */
    static final List<String> METHODS =
            List.of("PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "GET", "POST", "BREW", "PROPFIND");

    /** Instead of a part of a path. */
    static final List<String> PARTS =
            List.of(
                    "%00",
                    "%0a", "%2e%2e%2f", "%ff", "%ED%A0%80", "a;b=c", "..", "//", "%252f", "%5c");

    /** Behind a path. */
    static final List<String> ENDS = List.of("/", "/x", ".json", ";", "/%20");

    /** Instead of a value of a query. */
    static final List<String> ARGUMENTS =
            List.of("%00", "%7f", "%C2%85", "%ff", "%ED%A0%80", "+", "&&", "=", "%0a");

    private Junk() {}
}
