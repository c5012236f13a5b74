package io.onhand.stock;

/**
 * The database did not take the batch within its tries. Nothing of it was posted; the same request
 * may be sent again.
 */
public class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
