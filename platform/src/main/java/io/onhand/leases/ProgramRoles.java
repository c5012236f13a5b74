package io.onhand.leases;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this program does, of all that share a database; some program must do each.
 *
 * @param roles at least one; all by default
 */
@ConfigurationProperties("onhand")
public record ProgramRoles(@DefaultValue({"web", "worker", "plugins"}) Set<ProgramRole> roles) {

    /**
     * Holds at least one role.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ProgramRoles {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException(
                    "onhand.roles is empty; it takes web, worker and plugins");
        }
        roles = Set.copyOf(roles);
    }

    /** Whether this program does that work. */
    public boolean has(ProgramRole role) {
        return roles.contains(role);
    }
}
