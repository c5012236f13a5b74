package io.onhand.channels;

/**
 * The ledger cannot take an event as it is; nothing of that event was posted. What came with it may
 * have been; sending that again is harmless.
 */
public class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The type of a document may change to a void only. */
    public static final String BAD_TYPE = "bad-type";

    private final int place;
    private final String code;

    EventRefused(int place, String code, String detail) {
        super(detail);
        this.place = place;
        this.code = code;
    }

    /** Which event of the request, from 0. */
    public int place() {
        return place;
    }

    /** A stable code. */
    public String code() {
        return code;
    }

    /** A sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
