package io.onhand.admin.ui;

import io.onhand.identity.Caller;
import io.onhand.identity.LocationLimit;
import io.onhand.identity.Permission;
import io.onhand.locations.LocationId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page. Kept with the request, where the templates find it as {@code visitor}.
 *
 * @param caller what they are in the tenant
 * @param name what they are called
 * @param tenant what the tenant is called
 * @param several whether they are members of other tenants, too
 */
public record Visitor(Caller caller, String name, String tenant, boolean several) {

    private static final String ATTRIBUTE = "visitor";
    private static final int INITIALS_MAX = 2;

    /** Notes who looks at the page that is asked for. */
    public void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Who looks at the page.
     *
     * @throws IllegalStateException outside of what needs a sign-in
     */
    public static Visitor of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visitor visitor) {
            return visitor;
        }
        throw new IllegalStateException("nobody is signed in at " + request.getRequestURI());
    }

    /** Whether the role has a right, by its word: {@code read-audit}. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    boolean may(Permission permission) {
        return caller.role().may(permission);
    }

    /** Whether a location is within the person's limit. */
    public boolean sees(LocationId location) {
        return caller.limit().allows(location);
    }

    /** The only locations in sight, or null for all. */
    public @Nullable Set<LocationId> only() {
        return caller.limit() instanceof LocationLimit.Only(var locations) ? locations : null;
    }

    /** Whether some locations of the tenant may be out of sight. */
    public boolean isLimited() {
        return caller.limit() instanceof LocationLimit.Only;
    }

    /** The pages that they may open. */
    public List<Navigation.Group> groups() {
        return Navigation.groups(this);
    }

    /** What stands at the bottom of a small screen. */
    public List<Navigation.Entry> tabs() {
        return Navigation.tabs(this);
    }

    /** The first letters of the name's first words. */
    public String initials() {
        return Arrays.stream(name.strip().split("\\s+"))
                .limit(INITIALS_MAX)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, word.isEmpty() ? 0 : 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The word of the role, for its name in the messages. */
    public String role() {
        return caller.role().word();
    }
}
