package io.onhand.catalog;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folded words by which a variant is found, and those of a question. */
final class SearchTerms {

    /** Characters of a term; a longer one is cut, and so is a longer word of a question. */
    static final int TERM_LENGTH_MAX = 200;

    /** Words of a question; further ones are refused. */
    static final int WORDS_MAX = 20;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPACE_OR_DASH = Pattern.compile("[\\s\\p{Z}-]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

    private SearchTerms() {}

    /** Every term under which a variant is found. */
    static Set<String> of(VariantDetails variant) {
        Stream<String> names = Stream.of(variant.productName(), variant.name().orElse(""));
        Stream<String> codes =
                variant.barcodes().stream()
                        .map(Barcode::code)
                        .flatMap(c -> Stream.of(c, LEADING_ZEROS.matcher(c).replaceFirst("")));
        Set<String> terms = new TreeSet<>();
        Stream.of(
                        names.flatMap(SearchTerms::wordsOfName),
                        wordsOfSku(variant.variant().sku()),
                        codes)
                .flatMap(words -> words)
                .map(SearchTerms::folded)
                .filter(term -> !term.isEmpty())
                .forEach(terms::add);
        return terms;
    }

    /**
     * The folded words of a question, each once.
     *
     * @throws IllegalArgumentException when there are more than {@link #WORDS_MAX}
     */
    static List<String> ofQuestion(String question) {
        List<String> words =
                SPACE.splitAsStream(question)
                        .map(SearchTerms::folded)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
        if (words.size() > WORDS_MAX) {
            throw new IllegalArgumentException("more than " + WORDS_MAX + " words");
        }
        return words;
    }

    /** Whether every word begins some term of the variant. */
    static boolean answers(VariantDetails variant, List<String> words) {
        var terms = of(variant);
        return words.stream().allMatch(word -> terms.stream().anyMatch(t -> t.startsWith(word)));
    }

    /** A word as written, and its parts between punctuation. */
    private static Stream<String> wordsOfName(String name) {
        return Stream.concat(SPACE.splitAsStream(name), NO_WORD.splitAsStream(name));
    }

    private static Stream<String> wordsOfSku(String sku) {
        return Stream.concat(Stream.of(sku), Arrays.stream(SPACE_OR_DASH.split(sku)));
    }

    /** NFKC and without case: upper then lower also joins ß with ss, and the two forms of sigma. */
    static String folded(String word) {
        String folded =
                Normalizer.normalize(word, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT)
                        .replace('ς', 'σ');
        String normal = Normalizer.normalize(folded, Normalizer.Form.NFKC).strip();
        return normal.codePointCount(0, normal.length()) <= TERM_LENGTH_MAX
                ? normal
                : normal.substring(0, normal.offsetByCodePoints(0, TERM_LENGTH_MAX));
    }

    /** The least text that is greater than every text with this beginning, by code points. */
    static String after(String prefix) {
        int[] points = prefix.codePoints().toArray();
        for (int i = points.length - 1; i >= 0; i--) {
            if (points[i] < Character.MAX_CODE_POINT) {
                int next = points[i] + 1;
                points[i] = next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next;
                return new String(points, 0, i + 1);
            }
        }
        return prefix + Character.toString(Character.MAX_CODE_POINT);
    }
}
