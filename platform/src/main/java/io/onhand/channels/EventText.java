package io.onhand.channels;

/** Events as texts, in the form in which the API takes them. */
public final class EventText {

    private EventText() {}

    /** The whole event. */
    public static String of(SourceEvent event) {
        return EventContent.text(event);
    }

    /** The event of a text that {@link #of} made. */
    public static SourceEvent read(String text) {
        return EventContent.event(text);
    }
}
