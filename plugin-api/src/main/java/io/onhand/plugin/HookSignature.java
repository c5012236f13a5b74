package io.onhand.plugin;

/** The ways of signing a message that Onhand can check. */
public enum HookSignature {
    /**
     * Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body} in the headers {@code
     * webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}. The connection's secret
     * is written {@code whsec_} and base64.
     */
    STANDARD_WEBHOOKS
}
