package io.onhand.admin.ui;

import org.springframework.http.HttpStatus;

/** A page that cannot be shown, and why, as {@code ui/trouble} says it. */
public final class PageRefused extends RuntimeException {

    private final HttpStatus status;
    private final String why;

    private PageRefused(HttpStatus status, String why) {
        super(why, null, false, false);
        this.status = status;
        this.why = why;
    }

    /** The role lacks the right. */
    public static PageRefused forbidden() {
        return new PageRefused(HttpStatus.FORBIDDEN, "forbidden");
    }

    /** A location of the tenant outside the person's limit. */
    public static PageRefused elsewhere() {
        return new PageRefused(HttpStatus.FORBIDDEN, "elsewhere");
    }

    /** Nothing is there, or nothing of this tenant. */
    public static PageRefused nothingThere() {
        return new PageRefused(HttpStatus.NOT_FOUND, "nothing");
    }

    /** The address is not one that a page gave. */
    public static PageRefused misread() {
        return new PageRefused(HttpStatus.BAD_REQUEST, "misread");
    }

    HttpStatus status() {
        return status;
    }

    /** The last part of the message keys. */
    String why() {
        return why;
    }
}
