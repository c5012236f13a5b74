package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.tenancy.TenantId;

/**
 * Names one level: one variant at one location of one tenant.
 *
 * @param tenant whose stock
 * @param location where
 * @param variant what
 */
public record LevelKey(TenantId tenant, LocationId location, VariantId variant) {}
