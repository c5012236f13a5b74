package onhand.testing;

import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Ctx;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.HookSignature;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;

/** A guest whose vendor is a {@link TillScript}, found by the connection's setting. */
@Extension
public final class ScriptedTill implements PosConnector {

    public static final String ID = "scripted-till";

    static final String SCRIPT = "script";
    static final int PUSH_MAX = 10;

    private static final Map<String, TillScript> SCRIPTS = new ConcurrentHashMap<>();

    static void play(String name, TillScript script) {
        SCRIPTS.put(name, script);
    }

    private static TillScript script(Map<String, String> settings) {
        TillScript script = SCRIPTS.get(settings.getOrDefault(SCRIPT, ""));
        if (script == null) {
            throw new IllegalStateException("no script " + settings);
        }
        return script;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Declaration declaration() {
        return new Declaration(
                "Scripted till",
                new HookSignature.StandardWebhooks("signingSecret"),
                List.of("till.example"),
                Map.of("sale", "the poll", "count", "the poll"),
                List.of(),
                List.of(),
                null,
                20,
                PUSH_MAX);
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        return new Outcome.Fail<>("unreadable", "This till sends nothing.");
    }

    @Override
    public Outcome<List<Fetched>> fetch(List<DocumentKey> keys, Ctx ctx) {
        return script(ctx.settings()).fetch(keys);
    }

    @Override
    public Outcome<Page<ReadItem>> poll(@Nullable String cursor, Ctx ctx) {
        return script(ctx.settings()).poll(cursor);
    }

    @Override
    public Outcome<Page<Observation>> observe(@Nullable String cursor, Ctx ctx) {
        return script(ctx.settings()).observe(cursor);
    }

    @Override
    public List<DocumentKey> missing(
            List<Observation> differing, String since, Map<String, String> settings) {
        return script(settings).missing(differing);
    }

    @Override
    public Outcome<Page<CatalogueItem>> catalogue(@Nullable String cursor, Ctx ctx) {
        return script(ctx.settings()).catalogue(cursor);
    }

    @Override
    public Outcome<Account> account(Ctx ctx) {
        return script(ctx.settings()).account();
    }

    @Override
    public Outcome<PushAnswer> push(Push push, Ctx ctx) {
        return script(ctx.settings()).push(push);
    }
}
