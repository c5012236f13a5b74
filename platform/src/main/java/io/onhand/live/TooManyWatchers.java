package io.onhand.live;

/** As many screens watch this program as it serves; another one is asked to come back later. */
public class TooManyWatchers extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyWatchers() {
        super("more than " + LiveHub.WATCHERS_MAX + " watchers");
    }
}
