package io.onhand.stock;

/**
 * A posting would give a level a number that no level may have, or sell what no promise holds. It
 * alone fails.
 */
class BoundBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private BoundBroken(String code, String message) {
        super(message);
        this.code = code;
    }

    static BoundBroken belowZero(Account account) {
        return new BoundBroken("below-zero", account.word() + " would fall below zero");
    }

    static BoundBroken tooLarge(Account account) {
        return new BoundBroken("bad-quantity", account.word() + " would reach 10^12 units");
    }

    static BoundBroken notHeld() {
        return new BoundBroken(
                Fulfils.NOT_HELD, "the reservation does not hold all of it any more");
    }

    /** A stable code for the caller. */
    String code() {
        return code;
    }
}
