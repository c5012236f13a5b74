package io.onhand.stock;

import io.onhand.measure.Quantity;

/**
 * The five numbers of a level, in millionths. Each is the sum of the movements of its account (law
 * L2); promised, unavailable and travelling stock is never below zero (L9).
 */
record Balances(long onHand, long committed, long unavailable, long incoming, long inTransit) {

    static final Balances ZERO = new Balances(0, 0, 0, 0, 0);

    private static final long LIMIT = Quantity.UNITS_LIMIT * Quantity.UNIT;

    /** What may be promised; negative while more is promised or withheld than is there. */
    long available() {
        return onHand - committed - unavailable;
    }

    long of(Account account) {
        return switch (account) {
            case ON_HAND -> onHand;
            case COMMITTED -> committed;
            case UNAVAILABLE -> unavailable;
            case INCOMING -> incoming;
            case IN_TRANSIT -> inTransit;
        };
    }

    /**
     * With one account changed.
     *
     * @throws BoundBroken when the account may not hold that
     */
    Balances plus(Account account, long quantity) {
        long sum = within(account, of(account) + quantity);
        Balances changed = with(account, sum);
        if (Math.abs(changed.available()) >= LIMIT) {
            throw BoundBroken.tooLarge(account);
        }
        return changed;
    }

    private Balances with(Account account, long sum) {
        return switch (account) {
            case ON_HAND -> new Balances(sum, committed, unavailable, incoming, inTransit);
            case COMMITTED -> new Balances(onHand, sum, unavailable, incoming, inTransit);
            case UNAVAILABLE -> new Balances(onHand, committed, sum, incoming, inTransit);
            case INCOMING -> new Balances(onHand, committed, unavailable, sum, inTransit);
            case IN_TRANSIT -> new Balances(onHand, committed, unavailable, incoming, sum);
        };
    }

    /** Both summands are below the limit, so the sum of them does not wrap. */
    private static long within(Account account, long sum) {
        if (Math.abs(sum) >= LIMIT) {
            throw BoundBroken.tooLarge(account);
        }
        boolean mayBeNegative = account == Account.ON_HAND || account == Account.INCOMING;
        if (sum < 0 && !mayBeNegative) {
            throw BoundBroken.belowZero(account);
        }
        return sum;
    }
}
