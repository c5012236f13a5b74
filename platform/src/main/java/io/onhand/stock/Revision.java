package io.onhand.stock;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a document does to what stands of it. A line that stands at the same time and
 * place posts its difference; everything else that stands is taken back whole at the time it had,
 * and every other new line is added whole at the time of the event. So the result does not depend
 * on which revisions came before.
 *
 * @param document the document's id
 * @param number the revision that stands after it
 * @param takenBack what is taken back whole
 * @param posted the lines to post, numbered as the document numbers them
 * @param kept the lines that stand on, with their new quantity; their difference is in posted
 * @param before all lines that the document ever had, as they stood
 */
record Revision(
        UUID document,
        long number,
        List<StandingLine> takenBack,
        List<Line> posted,
        List<StandingLine> kept,
        List<StandingLine> before) {

    /** Takes back everything, whether a reversal or a void asks for it. */
    static Revision ofNothing(UUID document, long number, List<StandingLine> before) {
        List<StandingLine> standing = before.stream().filter(StandingLine::stands).toList();
        return new Revision(document, number, standing, List.of(), List.of(), before);
    }

    static Revision of(UUID document, long number, List<StandingLine> before, Posting posting) {
        List<StandingLine> standing = new ArrayList<>(before);
        standing.removeIf(line -> !line.stands());
        List<Line> posted = new ArrayList<>();
        List<StandingLine> kept = new ArrayList<>();
        var numbers = new Numbers(before);
        for (Line line : posting.lines()) {
            Line numbered = numbered(line, numbers.of(line.line()));
            StandingLine same = takeSame(standing, numbered, posting.effectiveAt());
            if (same != null && numbered instanceof Line.Change change) {
                kept.add(standingAs(change, same));
                numbered = change.withQuantity(difference(change, same));
            }
            if (same == null || !isZero(numbered)) {
                posted.add(numbered);
            }
        }
        return new Revision(document, number, List.copyOf(standing), posted, kept, before);
    }

    /** The document's lines after the event, those that are gone among them. */
    List<StandingLine> after(Entry entry, Batch batch) {
        Map<Place, StandingLine> lines = new LinkedHashMap<>();
        before.forEach(line -> lines.put(Place.of(line), line.gone()));
        for (Line line : posted) {
            StandingLine added = standing(line, entry, batch);
            lines.put(Place.of(added), added);
        }
        // last, because what was posted of these is their difference only
        kept.forEach(line -> lines.put(Place.of(line), line));
        return List.copyOf(lines.values());
    }

    /** Under which a document keeps a line. */
    private record Place(
            int no,
            LocationId location,
            VariantId variant,
            Account account,
            @Nullable String bucket) {

        static Place of(StandingLine line) {
            return new Place(
                    line.no(), line.location(), line.variant(), line.account(), line.bucket());
        }
    }

    private static StandingLine standing(Line line, Entry entry, Batch batch) {
        Account account = Account.ON_HAND;
        String bucket = null;
        long quantity = 0;
        Long count = null;
        switch (line) {
            case Line.Change change -> {
                account = change.account();
                bucket = change.bucket();
                quantity = change.quantity().millionths();
            }
            case Line.Count _ ->
                    count = batch.level(entry.level(line)).countOf(entry.id(), line.no());
            case Line.Grant _, Line.Release _ ->
                    throw new IllegalStateException("a promise has no document");
        }
        return new StandingLine(
                line.no(),
                line.line(),
                line.location(),
                line.variant(),
                account,
                bucket,
                quantity,
                count,
                entry.posting().effectiveAt());
    }

    private static @Nullable StandingLine takeSame(
            List<StandingLine> standing, Line line, Instant at) {
        for (StandingLine old : standing) {
            if (line instanceof Line.Change change
                    && old.count() == null
                    && old.no() == line.no()
                    && old.effectiveAt().equals(at)
                    && old.location().equals(line.location())
                    && old.variant().equals(line.variant())
                    && old.account() == change.account()
                    && Objects.equals(old.bucket(), change.bucket())) {
                standing.remove(old);
                return old;
            }
        }
        return null;
    }

    private static StandingLine standingAs(Line.Change change, StandingLine old) {
        return new StandingLine(
                old.no(),
                change.line(),
                old.location(),
                old.variant(),
                old.account(),
                old.bucket(),
                change.quantity().millionths(),
                null,
                old.effectiveAt());
    }

    private static Quantity difference(Line.Change change, StandingLine old) {
        return new Quantity(change.quantity().millionths() - old.quantity());
    }

    private static boolean isZero(Line line) {
        return line instanceof Line.Change change && change.quantity().signum() == 0;
    }

    private static Line numbered(Line line, int no) {
        return switch (line) {
            case Line.Change change -> change.withNo(no);
            case Line.Count count ->
                    new Line.Count(
                            no, count.line(), count.location(), count.variant(), count.counted());
            case Line.Release release -> release;
            case Line.Grant grant -> grant;
        };
    }

    /** Equal line ids keep the number that they had first; new ids get the next. */
    private static final class Numbers {

        private final List<StandingLine> known;
        private final List<Integer> given = new ArrayList<>();
        private int last;

        Numbers(List<StandingLine> known) {
            this.known = known;
            this.last = known.stream().mapToInt(StandingLine::no).max().orElse(0);
        }

        int of(String line) {
            int number =
                    known.stream()
                            .filter(old -> old.line().equals(line) && !given.contains(old.no()))
                            .mapToInt(StandingLine::no)
                            .findFirst()
                            .orElseGet(() -> ++last);
            given.add(number);
            return number;
        }
    }
}
