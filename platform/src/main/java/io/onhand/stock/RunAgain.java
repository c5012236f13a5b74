package io.onhand.stock;

/** Another batch came between: this one is rolled back and sees it when it runs again. */
class RunAgain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunAgain(String message) {
        super(message);
    }
}
