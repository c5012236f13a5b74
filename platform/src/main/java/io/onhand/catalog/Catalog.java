package io.onhand.catalog;

import io.onhand.audit.AuditTrail;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes and changes the current tenant's products with their variants and barcodes. */
@Component
public class Catalog {

    private final CatalogStatements statements;
    private final ProductQueries queries;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    Catalog(
            CatalogStatements statements,
            ProductQueries queries,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.statements = statements;
        this.queries = queries;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** Makes a product with all its variants, or nothing when a SKU or barcode is taken. */
    public ProductOutcome create(NewProduct wanted) {
        var empty = new Product(new ProductId(newId()), wanted.name(), List.of());
        var product = empty.as(wanted, Catalog::newVariantId);
        return transactions.write(
                () ->
                        taken(wanted, List.of())
                                .orElseGet(
                                        () -> {
                                            insert(product);
                                            return new ProductOutcome.Done(product);
                                        }));
    }

    private void insert(Product product) {
        var now = clock.now();
        statements.insertProduct(product, now);
        statements.insertVariants(product.variants(), now);
        trail.record("create", "product", product.id().toString(), null, product);
    }

    /**
     * Changes a product.
     *
     * @throws IllegalArgumentException when the change breaks the rules of {@link NewProduct}
     */
    public ProductOutcome change(ProductId id, ProductChange change) {
        return transactions.write(
                () ->
                        queries.byId(id)
                                .map(before -> change(before, change))
                                .orElseGet(ProductOutcome.NotFound::new));
    }

    private ProductOutcome change(Product before, ProductChange change) {
        var wanted =
                new NewProduct(
                        change.name().orElse(before.name()),
                        change.variants().orElseGet(before::asWanted));
        Set<String> missing = new TreeSet<>(before.bySku().keySet());
        missing.removeAll(wanted.skus());
        if (!missing.isEmpty()) {
            return new ProductOutcome.VariantsMissing(missing);
        }
        return taken(wanted, before.variants())
                .orElseGet(() -> update(before, before.as(wanted, Catalog::newVariantId)));
    }

    private ProductOutcome update(Product before, Product after) {
        if (after.equals(before)) {
            return new ProductOutcome.Done(after);
        }
        if (!before.name().equals(after.name())) {
            statements.rename(after);
        }
        var old = before.bySku();
        var parts =
                after.variants().stream()
                        .filter(v -> !v.equals(old.get(v.sku())))
                        .collect(Collectors.partitioningBy(v -> old.containsKey(v.sku())));
        statements.replaceVariants(parts.getOrDefault(true, List.of()));
        statements.insertVariants(parts.getOrDefault(false, List.of()), clock.now());
        trail.record("change", "product", after.id().toString(), before, after);
        return new ProductOutcome.Done(after);
    }

    /**
     * What of the wanted is in use by variants that are not among the own ones. Asked before the
     * insert, so that under SERIALIZABLE a race becomes a lost race and is tried again.
     */
    private Optional<ProductOutcome> taken(NewProduct wanted, List<VariantDetails> own) {
        var ids = own.stream().map(v -> v.variant().id()).collect(Collectors.toSet());
        var skus = queries.skusTaken(wanted.skus(), ids);
        var barcodes = queries.barcodesTaken(wanted.barcodes(), ids);
        return skus.isEmpty() && barcodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new ProductOutcome.AlreadyExists(skus, barcodes));
    }

    private static VariantId newVariantId() {
        return new VariantId(newId());
    }

    private static UUID newId() {
        return Region.of(CurrentTenant.id().value()).newId();
    }
}
