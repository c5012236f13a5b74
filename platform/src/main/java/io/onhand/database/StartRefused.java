package io.onhand.database;

/**
 * The program does not start, for a reason that a person can mend. It is told without a stack
 * trace.
 */
public class StartRefused extends RuntimeException {

    private final String action;

    /**
     * @param reason what is wrong, in a sentence
     * @param action what to do about it, in a sentence
     */
    public StartRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    public StartRefused(String reason, String action, Throwable cause) {
        super(reason, cause);
        this.action = action;
    }

    /** What to do about it. */
    public String action() {
        return action;
    }
}
