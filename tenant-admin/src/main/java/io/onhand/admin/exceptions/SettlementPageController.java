package io.onhand.admin.exceptions;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.OpenWork;
import io.onhand.identity.People;
import io.onhand.identity.Permission;
import io.onhand.identity.PersonId;
import io.onhand.inbox.BulkSettlements;
import io.onhand.inbox.SettlementResult;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settles the exceptions that were picked, or gives them to somebody. */
@Controller
class SettlementPageController {

    private static final String LIST = "redirect:" + WorkAddress.PATH;

    private final BulkSettlements settlements;
    private final Exceptions exceptions;
    private final PickedWork picks;
    private final SettlementChoice choice;
    private final People people;

    SettlementPageController(
            BulkSettlements settlements,
            Exceptions exceptions,
            PickedWork picks,
            SettlementChoice choice,
            People people) {
        this.settlements = settlements;
        this.exceptions = exceptions;
        this.picks = picks;
        this.choice = choice;
        this.people = people;
    }

    /** Settles them all in one way. */
    @PostMapping(WorkAddress.PATH + "/settlements")
    @PageNeeds(Permission.SETTLE_EXCEPTIONS)
    String settle(
            @RequestParam List<UUID> id,
            @RequestParam String action,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String location,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String reason,
            Visitor visitor) {
        var picked = picks.found(id, visitor);
        var chosen = new SettlementChoice.Chosen(action, sku, location, counted, reason);
        var settlement = choice.read(chosen, visitor);
        if (settlement.isEmpty()) {
            return action.equals("count-it")
                    ? "redirect:" + open(picked).counted(counted)
                    : LIST + "?trouble=name";
        }
        var ids = picked.stream().map(OpenWork::id).toList();
        if (ids.size() > 1 && !settlement.get().action().isForMany()) {
            throw PageRefused.misread();
        }
        return LIST + told(settlements.settle(ids, settlement.get()).values());
    }

    /** What came of them; those that are not to be settled in this way stay open. */
    private static String told(Collection<SettlementResult> results) {
        long done = results.stream().filter(SettlementResult.Done.class::isInstance).count();
        long left = results.stream().filter(SettlementResult.NotOffered.class::isInstance).count();
        if (left > 0) {
            return "?settled=" + done + "&left=" + left;
        }
        return done == 0 ? "?trouble=late" : "?settled=" + done;
    }

    private static WorkAddress open(List<OpenWork> picked) {
        return new WorkAddress("open", "", picked.stream().map(w -> w.id().toString()).toList());
    }

    /**
     * Gives them to a person to look after.
     *
     * @param owner the person's id, or empty for nobody
     */
    @PostMapping(WorkAddress.PATH + "/assignments")
    @PageNeeds(Permission.SETTLE_EXCEPTIONS)
    String assign(
            @RequestParam List<UUID> id,
            @RequestParam(defaultValue = "") String owner,
            Visitor visitor) {
        var picked = picks.found(id, visitor);
        String able = able(owner);
        picked.forEach(work -> exceptions.assign(work.id(), able));
        return "redirect:" + open(picked).way("");
    }

    private @Nullable String able(String owner) {
        if (owner.isEmpty()) {
            return null;
        }
        boolean known =
                people
                        .members(Permission.SETTLE_EXCEPTIONS, SettlePanels.PEOPLE_MAX)
                        .keySet()
                        .stream()
                        .map(PersonId::toString)
                        .anyMatch(owner::equals);
        if (!known) {
            throw PageRefused.nothingThere();
        }
        return owner;
    }
}
