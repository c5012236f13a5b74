package io.onhand.catalog;

import io.onhand.tenancy.TenantCache;
import io.onhand.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The current tenant's catalog. */
@Component
public class CatalogQueries {

    private static final int CACHED_MAX = 100_000;

    private final VariantQueries variants;
    private final VariantSearchQueries search;
    private final ProductQueries products;
    private final TenantTransactions transactions;
    private final TenantCache<String, Variant> bySku = new TenantCache<>(CACHED_MAX);
    private final TenantCache<VariantId, Variant> byId = new TenantCache<>(CACHED_MAX);

    CatalogQueries(
            VariantQueries variants,
            VariantSearchQueries search,
            ProductQueries products,
            TenantTransactions transactions) {
        this.variants = variants;
        this.search = search;
        this.products = products;
        this.transactions = transactions;
    }

    /** The variants of these SKUs, remembered; a SKU that there is not is absent. */
    public Map<String, Variant> variantsBySku(Collection<String> skus) {
        return bySku.get(
                skus,
                missing ->
                        transactions.read(() -> variants.bySku(missing)).stream()
                                .collect(Collectors.toMap(Variant::sku, Function.identity())));
    }

    /** The variants of these ids, remembered; an id that there is not is absent. */
    public Map<VariantId, Variant> variantsById(Collection<VariantId> ids) {
        return byId.get(
                ids,
                missing ->
                        transactions.read(() -> variants.byId(missing)).stream()
                                .collect(Collectors.toMap(Variant::id, Function.identity())));
    }

    /** What these barcodes name, in whatever form they are given; unknown ones are absent. */
    public Map<String, PackedVariant> byBarcode(Collection<String> codes) {
        Map<String, String> normal = new HashMap<>();
        for (String code : codes) {
            normalOf(code).ifPresent(form -> normal.put(code, form));
        }
        var found = transactions.read(() -> variants.byBarcode(normal.values()));
        Map<String, PackedVariant> byGiven = new HashMap<>();
        normal.forEach(
                (given, form) -> {
                    var variant = found.get(form);
                    if (variant != null) {
                        byGiven.put(given, variant);
                    }
                });
        return byGiven;
    }

    /** Names and barcodes of these variants; an id that there is not is absent. */
    public Map<VariantId, VariantDetails> details(Collection<VariantId> ids) {
        return transactions.read(() -> variants.details(ids)).stream()
                .collect(Collectors.toMap(v -> v.variant().id(), Function.identity()));
    }

    /**
     * Variants that answer a question, by SKU.
     *
     * @param question words, each of which begins a word of the name, of the SKU or of its parts;
     *     none finds all
     * @param after the SKU after which to begin; the empty text for the beginning
     * @param limit how many at most
     * @throws IllegalArgumentException when there are too many words
     */
    public List<Variant> search(String question, String after, int limit) {
        var words = SearchTerms.ofQuestion(question);
        return transactions.read(() -> search.find(words, after, limit));
    }

    /**
     * Variants with their details, by SKU.
     *
     * @param after the SKU after which to begin; the empty text for the beginning
     * @param limit how many at most
     * @throws IllegalArgumentException when there are too many words
     */
    public List<VariantDetails> variants(VariantFilter filter, String after, int limit) {
        var words = SearchTerms.ofQuestion(filter.question().orElse(""));
        return transactions.read(
                () -> {
                    if (filter.sku().isEmpty() && filter.barcode().isEmpty()) {
                        return variants.details(
                                search.find(words, after, limit).stream()
                                        .map(Variant::id)
                                        .toList());
                    }
                    return named(filter).stream()
                            .filter(v -> v.sku().compareTo(after) > 0)
                            .filter(v -> SearchTerms.answers(v, words))
                            .toList();
                });
    }

    /** The one variant that SKU and barcode name, or none. */
    private List<VariantDetails> named(VariantFilter filter) {
        var bySku = filter.sku().map(sku -> variants.bySku(List.of(sku)));
        var byCode =
                filter.barcode()
                        .map(
                                code ->
                                        byBarcode(List.of(code)).values().stream()
                                                .map(PackedVariant::variant)
                                                .toList());
        var candidates = bySku.or(() -> byCode).orElse(List.of());
        return variants.details(
                candidates.stream()
                        .filter(v -> byCode.isEmpty() || byCode.get().contains(v))
                        .map(Variant::id)
                        .toList());
    }

    public Optional<Product> product(ProductId id) {
        return transactions.read(() -> products.byId(id));
    }

    /**
     * Products by the SKU that came first when they were made.
     *
     * @param after the {@link ProductPage#next} of the page before; the empty text for the
     *     beginning
     * @param limit how many at most
     */
    public ProductPage products(String after, int limit) {
        return transactions.read(() -> products.page(after, limit));
    }

    /** A code that has the form of a GTIN and a wrong check digit names nothing. */
    private static Optional<String> normalOf(String code) {
        try {
            return Optional.of(Barcode.normal(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
