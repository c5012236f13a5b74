package io.onhand.stock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that grows at its end in constant time and is walked from its end. A fold that
 * is dropped leaves the one that it grew from untouched.
 */
final class Chain<T> implements Iterable<T> {

    private final @Nullable Link<T> last;

    private record Link<T>(T value, @Nullable Link<T> before) {}

    private Chain(@Nullable Link<T> last) {
        this.last = last;
    }

    static <T> Chain<T> empty() {
        return new Chain<>(null);
    }

    static <T> Chain<T> of(Iterable<T> values) {
        Chain<T> chain = empty();
        for (T value : values) {
            chain = chain.plus(value);
        }
        return chain;
    }

    Chain<T> plus(T value) {
        return new Chain<>(new Link<>(value, last));
    }

    boolean isEmpty() {
        return last == null;
    }

    /** From the first to the last. */
    List<T> inOrder() {
        List<T> values = new ArrayList<>();
        forEach(values::add);
        Collections.reverse(values);
        return values;
    }

    /** From the last to the first. */
    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {
            private @Nullable Link<T> next = last;

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public T next() {
                Link<T> link = next;
                if (link == null) {
                    throw new NoSuchElementException();
                }
                next = link.before();
                return link.value();
            }
        };
    }
}
