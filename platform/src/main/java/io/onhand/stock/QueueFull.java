package io.onhand.stock;

/**
 * The tenant has too much waiting already. Nothing of the request was posted; asking again later is
 * right.
 */
public class QueueFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    QueueFull(int lines) {
        super(
                "no room for "
                        + lines
                        + " lines in the tenant's queue of "
                        + StockLedger.QUEUE_LINES_MAX);
    }
}
