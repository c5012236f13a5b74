package io.onhand.web.issuer;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who besides tools may ask the local issuer.
 *
 * @param client another installation, in which our people sign in here
 */
@ConfigurationProperties("onhand.issuer")
record IssuerSettings(@Nullable Client client) {

    /**
     * A program with a secret.
     *
     * @param redirect where it takes answers
     * @param home where people go on after they signed out
     */
    record Client(String id, String secret, String redirect, String home) {}
}
