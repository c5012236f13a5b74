package io.onhand.web.demo;

import io.onhand.admin.stock.LevelTable.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the till shows.
 *
 * @param form what somebody does at it
 * @param shops where tills are
 * @param keys the articles to tap, the most sold first
 * @param isCut whether more articles answer the question than are shown
 * @param ticket what is in the basket
 * @param units how much that is
 * @param mirror the articles whose numbers stand beside it
 * @param sales what was sold here, the newest first
 * @param state of the tills; null while they are being opened
 */
record TillPage(
        TillForm form,
        List<Shop> shops,
        List<Key> keys,
        boolean isCut,
        List<Line> ticket,
        int units,
        List<Row> mirror,
        List<Ring> sales,
        @Nullable TillState state) {

    private static final Set<String> KEPT = Set.of("sold", "back", "counted");
    private static final Set<String> TOLD =
            Set.of(
                    "sold",
                    "back",
                    "counted",
                    "uncounted",
                    "empty",
                    "refused",
                    "up",
                    "down",
                    "mixed",
                    "orderly");

    /** The shop whose till it is. */
    public Shop shop() {
        return shops.stream()
                .filter(one -> one.code().equals(form.place()))
                .findFirst()
                .orElse(shops.getFirst());
    }

    /** What was done last: the end of its sentence's key. */
    public String told() {
        String done = form.done() == null ? "" : form.done();
        if (!TOLD.contains(done)) {
            return "nothing";
        }
        boolean kept = state != null && state.networkDown() && KEPT.contains(done);
        return kept ? "kept" : done.equals("sold") && form.isLate() ? "late" : done;
    }

    /** How much waits for the network. */
    public int waiting() {
        return state == null ? 0 : state.waiting();
    }

    /** An article to tap. */
    record Key(Row row, int taken) {}

    /** A line of the ticket. */
    record Line(String sku, String name, int units) {}

    /**
     * A sale that was made.
     *
     * @param what its lines in words
     */
    record Ring(PastSale sale, String what) {}
}
