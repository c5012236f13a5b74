package io.onhand.stock;

import io.onhand.tenancy.TenantId;
import java.util.List;

/**
 * The auditor found levels that are not the fold of their movements. Published outside any
 * transaction, inside the tenant.
 *
 * @param mismatches at least one
 */
public record LedgerMismatch(TenantId tenant, List<AuditReport.Mismatch> mismatches) {}
