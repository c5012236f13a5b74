package io.onhand.views;

import io.onhand.audit.AuditTrail;
import io.onhand.identity.PersonId;
import io.onhand.measure.PlainText;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the views of people in the current tenant. Each person sees their own only. */
@Component
public class SavedViews {

    /** Views that a person may keep of one page. */
    public static final int VIEWS_MAX = 20;

    public static final int NAME_MAX = 60;
    public static final int QUERY_MAX = 500;

    private final SavedViewStatements statements;
    private final TenantTransactions transactions;
    private final AuditTrail trail;
    private final BusinessClock clock;

    SavedViews(
            SavedViewStatements statements,
            TenantTransactions transactions,
            AuditTrail trail,
            BusinessClock clock) {
        this.statements = statements;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** A person's views of a page, the oldest first. */
    public List<SavedView> of(PersonId person, String page) {
        return transactions.read(() -> statements.of(person, page));
    }

    /**
     * Keeps the filters of a page under a name.
     *
     * @param query the filters as they stand in the address, without the question mark
     */
    public Saving save(PersonId person, String page, String name, String query) {
        if (!isFit(name) || query.length() > QUERY_MAX) {
            return new Saving.Unfit();
        }
        return transactions.write(
                () -> {
                    if (statements.of(person, page).size() >= VIEWS_MAX) {
                        return new Saving.TooMany();
                    }
                    var id = Region.of(CurrentTenant.id().value()).newId();
                    var view = new SavedView(id, page, name, query);
                    if (!statements.insert(person, view, clock.now())) {
                        return new Saving.NameTaken();
                    }
                    trail.record("create", "view", id.toString(), null, view);
                    return new Saving.Saved(view);
                });
    }

    /** Forgets a person's view; empty when they have none of this id on this page. */
    public Optional<SavedView> delete(PersonId person, String page, UUID id) {
        return transactions.write(
                () -> {
                    var found =
                            statements.of(person, page).stream()
                                    .filter(view -> view.id().equals(id))
                                    .findFirst();
                    found.ifPresent(
                            view -> {
                                statements.delete(person, view);
                                trail.record("delete", "view", id.toString(), view, null);
                            });
                    return found;
                });
    }

    private static boolean isFit(String name) {
        try {
            return PlainText.name(name).length() <= NAME_MAX;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
