package io.onhand.stock;

/** One posting of a batch can never be posted; the others can, without it. */
class Unpostable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Entry.Key posting;

    Unpostable(Entry.Key posting, RuntimeException cause) {
        super("posting " + posting.posting() + " cannot be posted: " + cause.getMessage(), cause);
        this.posting = posting;
    }

    /** Whether this is the one. */
    boolean is(Posting other) {
        return posting.equals(Entry.key(other));
    }

    /** What its sender is told. */
    Outcome.Invalid outcome() {
        return getCause() instanceof BoundBroken bound
                ? new Outcome.Invalid(bound.code(), String.valueOf(bound.getMessage()))
                : new Outcome.Invalid("unpostable", "the ledger could not take this posting");
    }
}
