package onhand.plugins.square.standin;

import java.net.URI;

/**
 * Who is told.
 *
 * @param notificationUrl the address that is signed, byte for byte
 * @param signatureKey the key, as text
 * @param deliverTo where the webhooks really go: the same server may have a nearer address
 */
public record Subscription(String notificationUrl, String signatureKey, URI deliverTo) {

    /** Delivered where the notification address says. */
    public static Subscription of(String notificationUrl, String signatureKey) {
        return new Subscription(notificationUrl, signatureKey, URI.create(notificationUrl));
    }
}
