package io.onhand.audit;

import java.time.Instant;
import java.util.HexFormat;

/**
 * A seal over the entries since the one before.
 *
 * @param number 1, 2, 3 … in each tenant
 * @param last the last entry that it covers
 * @param entries how many it covers
 * @param hash in hexadecimal digits
 */
record Seal(long number, Instant sealedAt, AuditQueries.Position last, long entries, String hash) {

    byte[] hashBytes() {
        return HexFormat.of().parseHex(hash);
    }
}
