package io.onhand.admin.ui;

import io.onhand.identity.Permission;
import java.util.List;

/** The ways through the signed-in pages, as far as somebody may go them. */
final class Navigation {

    /**
     * A page.
     *
     * @param name after {@code ui.nav.} in the messages, and the name of its help page
     * @param icon of the sprite
     */
    public record Entry(String name, String href, String icon, Permission needs) {}

    /**
     * Pages that belong together.
     *
     * @param title after {@code ui.nav.} in the messages; empty for none
     */
    public record Group(String title, List<Entry> entries) {}

    private static final Entry HOME = new Entry("home", "/app", "house", Permission.READ_STOCK);
    private static final Entry EXCEPTIONS =
            new Entry("exceptions", "/app/exceptions", "circle-alert", Permission.READ_EXCEPTIONS);
    private static final Entry STOCK =
            new Entry("stock", "/app/stock", "package", Permission.READ_STOCK);
    private static final Entry CATALOG =
            new Entry("catalog", "/app/catalog", "tag", Permission.READ_CATALOG);
    private static final Entry CONNECTIONS =
            new Entry("connections", "/app/connections", "cable", Permission.READ_CONNECTIONS);
    private static final Entry DELIVERIES =
            new Entry("deliveries", "/app/deliveries", "file-json", Permission.READ_DELIVERIES);
    private static final Entry LOCATIONS =
            new Entry("locations", "/app/locations", "store", Permission.READ_LOCATIONS);
    private static final Entry AUDIT =
            new Entry("audit", "/app/audit", "scroll-text", Permission.READ_AUDIT);

    private static final List<Group> GROUPS =
            List.of(
                    new Group("", List.of(HOME, EXCEPTIONS, STOCK, CATALOG)),
                    new Group("connect", List.of(CONNECTIONS, DELIVERIES)),
                    new Group("settings", List.of(LOCATIONS, AUDIT)));

    private Navigation() {}

    /** All that the visitor may open. */
    static List<Group> groups(Visitor visitor) {
        return GROUPS.stream()
                .map(group -> new Group(group.title(), open(group.entries(), visitor)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** What stands at the bottom of a small screen. */
    static List<Entry> tabs(Visitor visitor) {
        return open(List.of(HOME, STOCK, EXCEPTIONS), visitor);
    }

    private static List<Entry> open(List<Entry> entries, Visitor visitor) {
        return entries.stream().filter(entry -> visitor.may(entry.needs())).toList();
    }
}
