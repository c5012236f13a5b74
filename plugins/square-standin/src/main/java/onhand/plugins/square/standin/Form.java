package onhand.plugins.square.standin;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a field may hold, read from one line such as {@code list! 1..100 object Change}. */
sealed interface Form {

    record Text(int min, int max) implements Form {}

    record Decimal(int characters, int decimals, boolean signed) implements Form {}

    record Time() implements Form {}

    record Whole(long min, long max) implements Form {}

    record Flag() implements Form {}

    record OneOf(Set<String> names) implements Form {}

    record Structure(String type) implements Form {}

    record Listing(int min, int max, Form part) implements Form {}

    /** A form and whether it must be there. */
    record Field(boolean required, Form form) {}

    static Field field(String line, JsonNode enums) {
        String kind = line.split(" ", 2)[0];
        boolean required = kind.endsWith("!");
        List<String> words = Arrays.asList(line.replaceFirst("!", "").split(" "));
        return new Field(required, form(words.iterator(), words, enums));
    }

    private static Form form(Iterator<String> words, List<String> all, JsonNode enums) {
        String kind = words.next();
        return switch (kind) {
            case "string" -> {
                long[] range = words.hasNext() ? range(words.next()) : unlimited();
                yield new Text((int) range[0], (int) Math.min(range[1], Integer.MAX_VALUE));
            }
            case "decimal" ->
                    new Decimal(
                            Integer.parseInt(words.next()),
                            Integer.parseInt(words.next()),
                            words.hasNext());
            case "time" -> new Time();
            case "whole" -> {
                long[] range =
                        words.hasNext()
                                ? range(words.next())
                                : new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
                yield new Whole(range[0], range[1]);
            }
            case "flag" -> new Flag();
            case "enum" -> oneOf(words.next(), enums);
            case "object" -> new Structure(words.next());
            case "list" -> listing(all.subList(1, all.size()), enums);
            default -> throw new IllegalArgumentException("no form " + kind);
        };
    }

    private static Form oneOf(String name, JsonNode enums) {
        return new OneOf(
                Set.copyOf(enums.path(name).valueStream().map(JsonNode::stringValue).toList()));
    }

    private static Form listing(List<String> words, JsonNode enums) {
        boolean limited = words.getFirst().contains("..");
        long[] range = limited ? range(words.getFirst()) : unlimited();
        List<String> part = limited ? words.subList(1, words.size()) : words;
        return new Listing(
                (int) range[0],
                (int) Math.min(range[1], Integer.MAX_VALUE),
                form(part.iterator(), part, enums));
    }

    private static long[] unlimited() {
        return new long[] {0, Integer.MAX_VALUE};
    }

    private static long[] range(String words) {
        String[] ends = words.split("\\.\\.", 2);
        return new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[1])};
    }
}
