package io.onhand.plugin;

import java.util.List;

/** How the sender of a message proves that it is his own. A plugin declares it, Onhand checks. */
public sealed interface HookSignature {

    /** The name of the secret that the sender signs with, among the declared ones. */
    String secret();

    /**
     * Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body} in the headers {@code
     * webhook-id}, {@code webhook-timestamp} and {@code webhook-signature}. The secret is written
     * {@code whsec_} and base64.
     */
    record StandardWebhooks(String secret) implements HookSignature {}

    /**
     * HMAC-SHA256 in one header, keyed with the secret's text in UTF-8.
     *
     * @param header its name in lower case
     * @param encoding how the 32 bytes are written
     * @param signed what is signed, one after the other
     */
    record Hmac(String secret, String header, Encoding encoding, List<Part> signed)
            implements HookSignature {

        public Hmac {
            signed = List.copyOf(signed);
        }
    }

    /** How bytes are written. */
    enum Encoding {
        BASE64,
        /** Lower case. */
        HEX
    }

    /** A part of the text that is signed. */
    enum Part {
        /** The connection's hook address as people see it; never the request's. */
        HOOK_URL,
        /** The raw body. */
        BODY
    }
}
