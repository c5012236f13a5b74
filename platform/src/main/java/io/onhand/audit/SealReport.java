package io.onhand.audit;

import java.util.List;

/**
 * What a look through the sealed trail found.
 *
 * @param seals how many seals there are
 * @param broken the numbers of seals that are missing, or whose entries are no longer what was
 *     sealed; empty when all is as it was
 */
public record SealReport(long seals, List<Long> broken) {

    public SealReport {
        broken = List.copyOf(broken);
    }
}
