package io.onhand.admin.exceptions;

import io.onhand.admin.ui.Figure;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.VariantFilter;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.SettlingAction;
import io.onhand.identity.People;
import io.onhand.identity.Permission;
import io.onhand.inbox.BulkSettlements;
import io.onhand.inbox.Settlement;
import io.onhand.inbox.SettlementPreview;
import io.onhand.locations.LocationQueries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is shown about exceptions that somebody picked. */
@Component
class SettlePanels {

    /** Variants or locations among which a name's meaning is chosen. */
    static final int CANDIDATES_MAX = 8;

    /** People among whom somebody is chosen to look after them. */
    static final int PEOPLE_MAX = 200;

    private final WorkLines lines;
    private final SettlementChoice choice;
    private final BulkSettlements settlements;
    private final CatalogQueries catalog;
    private final LocationQueries locations;
    private final People people;

    SettlePanels(
            WorkLines lines,
            SettlementChoice choice,
            BulkSettlements settlements,
            CatalogQueries catalog,
            LocationQueries locations,
            People people) {
        this.lines = lines;
        this.choice = choice;
        this.settlements = settlements;
        this.catalog = catalog;
        this.locations = locations;
        this.people = people;
    }

    /**
     * The panel.
     *
     * @param question what is searched for among our variants or locations
     */
    SettlePanel panel(
            List<OpenWork> picked,
            SettlementChoice.Chosen chosen,
            String question,
            WorkAddress address,
            Visitor visitor) {
        boolean able = visitor.may("settle-exceptions");
        var ways = able ? ways(picked) : List.<SettlingAction>of();
        String word =
                chosen.action().isEmpty() && !ways.isEmpty()
                        ? ways.getFirst().word()
                        : chosen.action();
        boolean offered = ways.stream().anyMatch(way -> way.word().equals(word));
        var complete =
                new SettlementChoice.Chosen(
                        word, chosen.sku(), chosen.location(), chosen.counted(), "");
        String target = word.equals("map-location") ? chosen.location() : chosen.sku();
        return new SettlePanel(
                lines.lines(picked, visitor),
                ways.stream()
                        .map(
                                w ->
                                        new SettlePanel.Way(
                                                w.word(),
                                                address.way(w.word()),
                                                w.word().equals(word)))
                        .toList(),
                offered ? word : "",
                question,
                offered ? candidates(word, target, question, address, visitor) : List.of(),
                target,
                Counted.read(chosen.counted()),
                offered ? effect(picked, complete, visitor) : null,
                able ? helpers() : Map.of());
    }

    private static List<SettlingAction> ways(List<OpenWork> picked) {
        return Stream.of(
                        SettlingAction.MAP_VARIANT,
                        SettlingAction.MAP_LOCATION,
                        SettlingAction.COUNT_IT,
                        SettlingAction.TAKE_THEIRS,
                        SettlingAction.PUSH_OURS,
                        SettlingAction.RETRY,
                        SettlingAction.IGNORE)
                .filter(action -> picked.size() == 1 || action.isForMany())
                .filter(action -> picked.stream().allMatch(work -> work.actions().contains(action)))
                .toList();
    }

    private List<SettlePanel.Candidate> candidates(
            String word, String target, String question, WorkAddress address, Visitor visitor) {
        return switch (word) {
            case "map-variant" -> variants(question, target, address);
            case "map-location" ->
                    locations.page("", visitor.only(), PEOPLE_MAX).stream()
                            .map(
                                    place ->
                                            new SettlePanel.Candidate(
                                                    place.code(),
                                                    place.name(),
                                                    address.place(place.code()),
                                                    place.code().equals(target)))
                            .toList();
            default -> List.of();
        };
    }

    private List<SettlePanel.Candidate> variants(
            String question, String target, WorkAddress address) {
        var words = Optional.of(question.strip()).filter(text -> !text.isEmpty());
        var sku = Optional.of(target).filter(text -> !text.isEmpty());
        if (words.isEmpty() && sku.isEmpty()) {
            return List.of();
        }
        var filter =
                words.isPresent()
                        ? new VariantFilter(words, Optional.empty(), Optional.empty())
                        : new VariantFilter(Optional.empty(), sku, Optional.empty());
        try {
            return catalog.variants(filter, "", CANDIDATES_MAX).stream()
                    .map(
                            variant ->
                                    new SettlePanel.Candidate(
                                            variant.sku(),
                                            variant.fullName(),
                                            address.variant(question, variant.sku()),
                                            variant.sku().equals(target)))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw PageRefused.misread();
        }
    }

    private SettlePanel.@Nullable Effect effect(
            List<OpenWork> picked, SettlementChoice.Chosen chosen, Visitor visitor) {
        boolean open =
                chosen.action().startsWith("map")
                        && chosen.sku().isEmpty()
                        && chosen.location().isEmpty();
        Optional<Settlement> settlement = open ? Optional.empty() : choice.read(chosen, visitor);
        List<ExceptionId> ids = picked.stream().map(OpenWork::id).toList();
        return settlement.map(way -> effect(settlements.preview(ids, way))).orElse(null);
    }

    private SettlePanel.Effect effect(SettlementPreview found) {
        var codes =
                found.levels().stream().map(SettlementPreview.Level::location).distinct().toList();
        var places = locations.byCode(codes);
        return new SettlePanel.Effect(
                found.settled(),
                found.left(),
                found.posted(),
                found.unmoved(),
                found.waiting(),
                found.givenUp(),
                found.readAgain(),
                found.whole(),
                found.levels().stream()
                        .map(
                                level -> {
                                    var place = places.get(level.location());
                                    return new SettlePanel.Change(
                                            place == null ? level.location() : place.name(),
                                            level.sku(),
                                            new Figure(level.before()),
                                            new Figure(level.after()));
                                })
                        .toList());
    }

    private Map<String, String> helpers() {
        Map<String, String> names = new TreeMap<>();
        people.members(Permission.SETTLE_EXCEPTIONS, PEOPLE_MAX)
                .forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }
}
