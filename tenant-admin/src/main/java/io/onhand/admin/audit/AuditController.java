package io.onhand.admin.audit;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PagePlace;
import io.onhand.admin.ui.Pager;
import io.onhand.admin.ui.ShopClock;
import io.onhand.admin.ui.StoreTime;
import io.onhand.admin.ui.Visitor;
import io.onhand.audit.AuditEntry;
import io.onhand.audit.AuditFilter;
import io.onhand.audit.AuditQueries;
import io.onhand.identity.People;
import io.onhand.identity.Permission;
import io.onhand.identity.PersonId;
import io.onhand.tenancy.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who changed what, newest first. */
@Controller
class AuditController {

    static final int ROWS_MAX = 50;

    private static final String PATH = "/app/audit";
    private final AuditQueries entries;
    private final People people;
    private final ShopClock clock;

    AuditController(AuditQueries entries, People people, ShopClock clock) {
        this.entries = entries;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @PageNeeds(Permission.READ_AUDIT)
    String audit(
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String after,
            Visitor visitor,
            Model model) {
        var filter =
                new AuditFilter(
                        AuditFilter.FIRST,
                        AuditFilter.LAST,
                        Optional.empty(),
                        Optional.of(object.strip()).filter(text -> !text.isEmpty()),
                        Optional.empty());
        var found = entries.page(filter, position(after), ROWS_MAX + 1);
        var shown = found.subList(0, Math.min(ROWS_MAX, found.size()));
        model.addAttribute("object", object.strip());
        model.addAttribute("lines", lines(shown, clock.time(visitor)));
        model.addAttribute("zone", clock.zoneName(visitor));
        model.addAttribute(
                "pager",
                new Pager(
                        after.isEmpty() ? null : address(object, ""),
                        found.size() > ROWS_MAX
                                ? address(object, text(shown.getLast().position()))
                                : null));
        return "audit/audit";
    }

    private List<AuditLine> lines(List<AuditEntry> shown, StoreTime time) {
        var ids =
                shown.stream()
                        .map(entry -> entry.act().actor())
                        .filter(actor -> actor.type() == Actor.Type.PERSON)
                        .map(actor -> PersonId.parse(actor.id()))
                        .collect(Collectors.toSet());
        Map<PersonId, String> names = people.names(ids);
        return shown.stream().map(entry -> line(entry, names, time)).toList();
    }

    private static AuditLine line(AuditEntry entry, Map<PersonId, String> names, StoreTime time) {
        var actor = entry.act().actor();
        String name =
                actor.type() == Actor.Type.PERSON
                        ? names.getOrDefault(PersonId.parse(actor.id()), "")
                        : "";
        return new AuditLine(
                time.listed(entry.at()),
                entry.at().toString(),
                name,
                actor.type().word(),
                entry.act().door(),
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.before(),
                entry.after());
    }

    private static Optional<AuditQueries.Position> position(String after) {
        return PagePlace.parse(after)
                .map(place -> new AuditQueries.Position(place.at(), place.id()));
    }

    private static String text(AuditQueries.Position position) {
        return new PagePlace(position.at(), position.id()).toString();
    }

    private static String address(String object, String after) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("object", "{object}")
                .queryParam("after", "{after}")
                .build(object.strip(), after)
                .toString();
    }
}
