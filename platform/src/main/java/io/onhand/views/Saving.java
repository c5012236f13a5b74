package io.onhand.views;

/** What became of a view that somebody wanted to save. */
public sealed interface Saving {

    /** It is kept. */
    record Saved(SavedView view) implements Saving {}

    /** The person has a view of this name on this page. */
    record NameTaken() implements Saving {}

    /** The person has {@link SavedViews#VIEWS_MAX} views of this page. */
    record TooMany() implements Saving {}

    /** The name is empty, too long or not plain text, or the filters are too long. */
    record Unfit() implements Saving {}
}
