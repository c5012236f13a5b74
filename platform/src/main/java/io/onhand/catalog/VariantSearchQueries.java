package io.onhand.catalog;

import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Variants by the beginnings of words, by SKU. Every condition is a range of plain text, so that
 * the index serves it under row-level security.
 */
@Component
class VariantSearchQueries {

    /** A word found at most so often is looked up as a whole; else variants are walked by SKU. */
    static final int RARE_MAX = 5_000;

    static final String COUNT =
            """
            select count(*) from (
                select term from variant_term
                where term >= :from and term < :to
                order by term limit :limit
            ) as found
            """;

    /**
     * From the rarest word's variants to those that have the other words too. Each is looked up by
     * its id: how often a word is found is guessed too high, and then a join would read all
     * variants.
     */
    static final String BY_RAREST_WORD =
            """
            select v.variant_id, v.product_id, v.sku
            from (
                select distinct variant_id from variant_term where term >= :from and term < :to
            ) as rare
            cross join lateral (
                select variant_id, product_id, sku from variant
                where variant_id = rare.variant_id and sku > :after
                limit 1
            ) as v
            where not exists (
                select 1 from unnest(cast(:froms as text[]), cast(:tos as text[]))
                    as word (lower_end, upper_end)
                where not exists (
                    select 1 from variant_term t
                    where t.variant_id = rare.variant_id
                        and t.term >= word.lower_end and t.term < word.upper_end))
            order by v.sku limit :limit
            """;

    /** Where every word is frequent, few variants must be looked at to fill a page. */
    static final String IN_ORDER_OF_SKU =
            """
            select v.variant_id, v.product_id, v.sku
            from variant v
            where v.sku > :after
                and not exists (
                    select 1 from unnest(cast(:froms as text[]), cast(:tos as text[]))
                        as word (lower_end, upper_end)
                    where not exists (
                        select 1 from variant_term t
                        where t.variant_id = v.variant_id
                            and t.term >= word.lower_end and t.term < word.upper_end))
            order by v.sku limit :limit
            """;

    private record Word(String from, String to, long count) {}

    private final JdbcClient app;

    VariantSearchQueries(JdbcClient app) {
        this.app = app;
    }

    /**
     * The variants in which every word begins some term.
     *
     * @param words folded; none finds all
     * @param after the SKU after which to begin
     */
    List<Variant> find(List<String> words, String after, int limit) {
        var counted =
                words.stream()
                        .map(this::counted)
                        .sorted(Comparator.comparingLong(Word::count))
                        .toList();
        if (counted.isEmpty() || counted.getFirst().count() > RARE_MAX) {
            return inOrderOfSku(counted, after, limit);
        }
        return byRarestWord(counted.getFirst(), counted.subList(1, counted.size()), after, limit);
    }

    private Word counted(String word) {
        String to = SearchTerms.after(word);
        long count =
                app.sql(COUNT)
                        .param("from", word)
                        .param("to", to)
                        .param("limit", RARE_MAX + 1)
                        .query(Long.class)
                        .single();
        return new Word(word, to, count);
    }

    private List<Variant> byRarestWord(Word rarest, List<Word> others, String after, int limit) {
        return app.sql(BY_RAREST_WORD)
                .param("from", rarest.from())
                .param("to", rarest.to())
                .param("after", after)
                .param("froms", others.stream().map(Word::from).toArray(String[]::new))
                .param("tos", others.stream().map(Word::to).toArray(String[]::new))
                .param("limit", limit)
                .query(VariantQueries::variant)
                .list();
    }

    private List<Variant> inOrderOfSku(List<Word> words, String after, int limit) {
        return app.sql(IN_ORDER_OF_SKU)
                .param("after", after)
                .param("froms", words.stream().map(Word::from).toArray(String[]::new))
                .param("tos", words.stream().map(Word::to).toArray(String[]::new))
                .param("limit", limit)
                .query(VariantQueries::variant)
                .list();
    }
}
