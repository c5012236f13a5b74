package io.onhand.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes good requests bad, each time in another way, the same ways for the same seed. */
final class Mutations {

    /** A body one byte longer than what is read. */
    private static final int TOO_LARGE = 2 * 1024 * 1024 + 1;

    /** A value of a query is cut to this, so that the address stays one that a server reads. */
    private static final int WORD_LENGTH_MAX = 1_000;

    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One of the requests with one or two things wrong. */
    Sent worse(List<Example> examples, String key) {
        Example example = any(examples);
        List<String> parameters =
                Stream.concat(
                                example.operation().queries().stream().map(Operation.Query::name),
                                Stream.of("limit", "none"))
                        .toList();
        Sent once = one(Sent.good(example, key), parameters);
        return random.nextInt(4) == 0 ? one(once, parameters) : once;
    }

    private Sent one(Sent sent, List<String> parameters) {
        return switch (random.nextInt(sent.body().isEmpty() ? 5 : 12)) {
            case 0 -> path(sent);
            case 1, 2 -> query(sent, parameters);
            case 3 -> header(sent);
            case 4 ->
                    random.nextInt(3) == 0
                            ? sent.withMethod(any(Junk.METHODS))
                            : query(sent, parameters);
            case 5, 6 -> bytes(sent);
            case 7 -> structure(sent);
            default -> value(sent);
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Something else instead of a part of the path, before one, or at the end. */
    private Sent path(Sent sent) {
        String path = sent.pathAlone();
        int slash = path.lastIndexOf('/', path.length() - 1 - random.nextInt(path.length() - 8));
        String start = path.substring(0, slash + 1);
        String rest = path.substring(slash + 1);
        return sent.withPath(
                switch (random.nextInt(5)) {
                    case 0 -> start + encoded(word());
                    case 1 -> start + any(Junk.PARTS);
                    case 2 -> start + any(Junk.PARTS) + rest;
                    case 3 -> path + any(Junk.ENDS);
                    default -> start + "x".repeat(random.nextInt(3_000)) + rest;
                });
    }

    private Sent query(Sent sent, List<String> parameters) {
        String name = any(parameters);
        String value = random.nextInt(4) == 0 ? any(Junk.ARGUMENTS) : encoded(word());
        String more = (sent.path().contains("?") ? "&" : "?") + name + "=" + value;
        boolean twice = random.nextInt(8) == 0;
        return sent.withPath(sent.path() + more + (twice ? more.replace('?', '&') : ""));
    }

    private Sent header(Sent sent) {
        return switch (random.nextInt(6)) {
            case 0 -> sent.withHeader("Content-Type", any(Junk.MEDIA_TYPES));
            case 1 -> sent.withHeader("Accept", any(Junk.MEDIA_TYPES));
            case 2 -> sent.withHeader("Idempotency-Key", any(List.of("", "\u00e9", "k", "\t")));
            case 3 -> sent.withHeader("Idempotency-Key", "k".repeat(random.nextInt(400)));
            case 4 ->
                    sent.withHeader(
                            "Authorization",
                            any(List.of("", "Bearer", "Bearer \u00e9", "Basic a")));
            default ->
                    sent.withHeader(
                            any(List.of("Content-Encoding", "Accept-Language", "X-Request-Id")),
                            any(List.of("gzip", "", "\u00e9", "*;q=x", "x".repeat(2_000))));
        };
    }

    private Sent bytes(Sent sent) {
        String text = sent.body();
        return switch (random.nextInt(6)) {
            case 0 -> sent.withBody(text.substring(0, random.nextInt(text.length())));
            case 1 -> sent.withBody(text + any(List.of("}", ",", "{}", "x", "\u0000")));
            case 2 -> sent.withBody("\ufeff" + text);
            case 3 -> sent.withBody(random.nextInt(5) == 0 ? " ".repeat(TOO_LARGE) : " ");
            case 4 -> sent.withBytes(text.getBytes(StandardCharsets.UTF_16));
            default -> {
                byte[] bent = text.getBytes(StandardCharsets.UTF_8);
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
                yield sent.withBytes(bent);
            }
        };
    }

    private Sent structure(Sent sent) {
        String text = sent.body();
        return switch (random.nextInt(4)) {
            case 0 -> sent.withBody(any(Junk.VALUES));
            case 1 -> sent.withBody("[" + text + "]");
            case 2 -> sent.withBody(text.replaceFirst("\\{", "{\"x\":" + random.nextLong() + ","));
            default -> sent.withBody(text.replaceFirst("\\{(\"[^\"]*\":)", "{$1null,$1"));
        };
    }

    /** Something else where a name or a text stood. */
    private Sent value(Sent sent) {
        List<MatchResult> texts = TEXT.matcher(sent.body()).results().toList();
        if (texts.isEmpty()) {
            return structure(sent);
        }
        MatchResult text = any(texts);
        return sent.withBody(
                sent.body().substring(0, text.start())
                        + any(Junk.VALUES)
                        + sent.body().substring(text.end()));
    }

    /** A value of the junk without its quotes, or characters by chance. */
    private String word() {
        if (random.nextInt(3) > 0) {
            String junk = any(Junk.VALUES).replace("\"", "");
            return junk.substring(0, Math.min(junk.length(), WORD_LENGTH_MAX));
        }
        var word = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            word.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x80 : 0x11000));
        }
        return word.toString();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
