package io.onhand.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import io.onhand.plugins.Installation;
import io.onhand.stock.SourceId;
import io.onhand.tenancy.CurrentTenant;
import java.util.Locale;
import java.util.Map;

/**
 * An installed till or channel, bound to an account.
 *
 * @param id the source of its postings; its first byte is their region
 * @param code what people and senders call it, unique in its tenant, never changed
 * @param plugin what understands it; {@link Connections#GENERIC} is built in
 * @param name 1–200 characters
 * @param mode whether what it tells moves stock
 * @param match how its names of items find ours where no mapping does
 * @param namesAreOurs whether it calls every location and SKU as we do, also those made later
 * @param settings what its plugin is told; free of secrets
 */
public record Connection(
        SourceId id,
        String code,
        String plugin,
        String name,
        Mode mode,
        Match match,
        boolean namesAreOurs,
        Map<String, String> settings) {

    public Connection {
        settings = Map.copyOf(settings);
    }

    /** Its plugin at work for it, in the tenant that is open. */
    public Installation installation() {
        return new Installation(CurrentTenant.id(), id.value(), plugin, settings);
    }

    /** Whether what a connection tells moves stock. */
    public enum Mode {
        /** It is kept and understood, and posts nothing. */
        OBSERVE,
        LIVE;

        /** The word in tables and answers. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Mode ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What a connection's name of an item is, where no mapping says it. */
    public enum Match {
        SKU,
        BARCODE,
        /** Nothing: every item is mapped. */
        NONE;

        /** The word in tables and answers. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Match ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
