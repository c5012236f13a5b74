package io.onhand.web.security;

import io.onhand.identity.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/**
 * What an endpoint of the API needs. Every handler carries it (an architecture test says so); it is
 * checked before the handler runs and written into the OpenAPI document as {@code
 * x-onhand-permission} and {@code x-onhand-location}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Permission value();

    /** Where the request names locations, so that a limited caller can be held to its own. */
    LocationIn location();

    /** The places in which a request may name a location. */
    enum LocationIn {
        PATH,
        QUERY,
        BODY,
        /** None is named; what lies elsewhere is left out of the answer. */
        FILTER,
        NONE;

        /** The word in the OpenAPI document. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
