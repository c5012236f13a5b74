package onhand.plugins.square;

/** Something that Square says is not as it must be. */
final class Misfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param detail a sentence for people
     */
    Misfit(String detail) {
        super(detail, null, false, false);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
