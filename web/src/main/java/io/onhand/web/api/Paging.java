package io.onhand.web.api;

import java.util.List;
import java.util.function.Function;

/**
 * Which part of a list is asked for: {@code ?limit=} and {@code ?cursor=}, checked. Handlers of
 * lists take it as an argument.
 */
public final class Paging {

    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;

    private final Cursors cursors;
    private final String list;
    private final int limit;
    private final List<String> after;

    Paging(Cursors cursors, String list, int limit, List<String> after) {
        this.cursors = cursors;
        this.list = list;
        this.limit = limit;
        this.after = List.copyOf(after);
    }

    /** The position after which this page begins, as {@link #page} was given it; empty at first. */
    public List<String> after() {
        return after;
    }

    /** Items that the page may hold, 1–{@link #LIMIT_MAX}. */
    public int limit() {
        return limit;
    }

    /** Rows to read: one more than the page holds, which tells whether there is a next one. */
    public int rows() {
        return limit + 1;
    }

    /**
     * Makes the page.
     *
     * @param rows up to {@link #rows} of them
     * @param item what the caller sees of a row
     * @param position where a row stands in the list's order: the key that the next page begins
     *     after
     */
    public <R, T> Page<T> page(
            List<R> rows, Function<R, T> item, Function<R, List<String>> position) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(
                shown.stream().map(item).toList(),
                rows.size() > limit ? cursors.seal(list, position.apply(shown.getLast())) : null);
    }

    /**
     * Makes a page whose size the list itself decided.
     *
     * @param items at most {@link #limit}
     * @param next the key that the next page begins after; empty at the end
     */
    public <T> Page<T> page(List<T> items, List<String> next) {
        return new Page<>(items, next.isEmpty() ? null : cursors.seal(list, next));
    }
}
