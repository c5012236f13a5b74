package io.onhand.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in a tenant. Each role may be limited to locations besides. */
public enum Role {
    OWNER(EnumSet.allOf(Permission.class)),
    ADMIN(EnumSet.allOf(Permission.class)),
    MANAGER(EnumSet.complementOf(EnumSet.of(Permission.MOVE_CLOCK, Permission.WRITE_SECRETS))),
    CLERK(
            EnumSet.of(
                    Permission.READ_STOCK,
                    Permission.READ_CATALOG,
                    Permission.READ_LOCATIONS,
                    Permission.ADJUST_STOCK,
                    Permission.RESERVE_STOCK,
                    Permission.SEND_EVENTS)),
    AUDITOR(
            EnumSet.of(
                    Permission.READ_STOCK,
                    Permission.READ_CATALOG,
                    Permission.READ_LOCATIONS,
                    Permission.READ_AUDIT,
                    Permission.READ_CONNECTIONS,
                    Permission.READ_DELIVERIES,
                    Permission.READ_EXCEPTIONS,
                    Permission.AUDIT_LEDGER));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The word in tables and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
