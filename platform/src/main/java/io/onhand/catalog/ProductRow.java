package io.onhand.catalog;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.InsertOnlyProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A product as its table has it, without its variants: those are written in sets. The database
 * fills the tenant from the transaction's.
 *
 * @param firstSku the least SKU at creation; a change leaves it
 * @param createdAt when it was made; null in a change, which leaves it
 */
@Table("product")
record ProductRow(
        @Id UUID productId,
        String name,
        @InsertOnlyProperty String firstSku,
        @InsertOnlyProperty @Nullable Instant createdAt) {

    static ProductRow of(Product product, @Nullable Instant createdAt) {
        return new ProductRow(
                product.id().value(),
                product.name(),
                product.variants().getFirst().sku(),
                createdAt);
    }
}
