package io.onhand.catalog;

/**
 * What never changes of a variant, and may therefore be remembered.
 *
 * @param id its id
 * @param product the product it belongs to
 * @param sku its SKU, unique in its tenant, case-sensitive, 1–64 characters
 */
public record Variant(VariantId id, ProductId product, String sku) {}
