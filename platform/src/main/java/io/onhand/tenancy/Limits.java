package io.onhand.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether callers are limited in how often and how many they come; the ledger's queue always is.
 *
 * @param limits {@code off} lifts them; YAML reads a bare {@code off} as {@code false}
 */
@ConfigurationProperties("onhand")
public record Limits(@DefaultValue("on") String limits) {

    /** Whether they hold. */
    public boolean hold() {
        return !limits.equals("off") && !limits.equals("false");
    }
}
