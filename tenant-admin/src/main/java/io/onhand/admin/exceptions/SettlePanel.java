package io.onhand.admin.exceptions;

import io.onhand.admin.ui.Figure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is shown beside the list about the exceptions that were picked.
 *
 * @param lines those that were picked, at least one
 * @param ways how all of them may be settled
 * @param chosen the word of the way that was chosen; empty for none
 * @param question what was searched for among our variants or locations
 * @param candidates what the unknown name may mean
 * @param target the SKU or code that was chosen among them; empty for none
 * @param counted what was typed as what is on the shelf
 * @param effect what settling them so would come to; null while something has to be chosen
 * @param people who may look after them: names by id
 */
public record SettlePanel(
        List<WorkLine> lines,
        List<Way> ways,
        String chosen,
        String question,
        List<Candidate> candidates,
        String target,
        Counted counted,
        @Nullable Effect effect,
        Map<String, String> people) {

    /** The one that is shown in full. */
    public WorkLine first() {
        return lines.getFirst();
    }

    public boolean isOne() {
        return lines.size() == 1;
    }

    /**
     * A way to settle them.
     *
     * @param word of the action
     * @param href of the page on which it is chosen
     */
    public record Way(String word, String href, boolean chosen) {}

    /**
     * A variant or location that the unknown name may mean.
     *
     * @param code its SKU or code
     * @param href of the page on which it is chosen
     */
    public record Candidate(String code, String name, String href, boolean chosen) {}

    /**
     * What would happen.
     *
     * @param settled exceptions that can be settled so
     * @param left exceptions that cannot
     * @param posted events that would be posted
     * @param unmoved events that something newer has overtaken
     * @param waiting events that would go on waiting
     * @param givenUp events and parts of messages that would be given up
     * @param readAgain messages that would be read again
     * @param whole false if only the first events were looked at
     * @param levels what would change on hand
     */
    public record Effect(
            int settled,
            int left,
            int posted,
            int unmoved,
            int waiting,
            long givenUp,
            int readAgain,
            boolean whole,
            List<Change> levels) {}

    /** A number that would change. */
    public record Change(String place, String sku, Figure before, Figure after) {}
}
