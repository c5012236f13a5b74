package io.onhand.web.api;

import io.onhand.identity.Caller;
import io.onhand.secrets.Secrets;
import io.onhand.stock.Cause;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Identity;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.Region;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A request that moves stock and may be sent again: what it posts has an identity made of caller,
 * route and key, so that the ledger itself knows it again.
 */
public final class AskedPosting {

    /** What the requests of a route belong to in the ledger. */
    private static final String CAUSE = "request";

    private final Asked asked;
    private final Caller caller;
    private final SourceId source;
    private final String key;

    AskedPosting(Asked asked, Caller caller, SourceId source, String key) {
        this.asked = asked;
        this.caller = caller;
        this.source = source;
        this.key = key;
    }

    /** Who asked. */
    public Caller caller() {
        return caller;
    }

    /** The identity of the one posting that this request makes. */
    public Identity identity() {
        return new Identity(source, key, 0);
    }

    /** The body as it was sent, in normal form. */
    public ContentHash content() {
        return new ContentHash(asked.bodyHash());
    }

    /** The same for the same caller, route and key, and for no other. */
    public Cause cause() {
        return new Cause(CAUSE, HexFormat.of().formatHex(digest()));
    }

    /** An id that is the same each time this request is sent. */
    public UUID idIn(Region region) {
        return region.place(Digest.uuid(digest()));
    }

    /**
     * Refuses again what was refused before. What was posted wins over that, so look for the
     * posting of {@link #identity} first.
     *
     * @throws Refusal the same, or {@code idempotency-key-reused}
     */
    public void refuseAgain() {
        asked.refuseAgain();
    }

    /** The refusal of a request whose key stands for another body. */
    public static Refusal reused() {
        return Asked.reused();
    }

    private byte[] digest() {
        return Secrets.sha256(source.value() + "\n" + key);
    }
}
