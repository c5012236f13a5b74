package onhand.testing;

import static org.awaitility.Awaitility.await;

import io.onhand.channels.Connection;
import io.onhand.channels.ConnectionCreation;
import io.onhand.channels.Connections;
import io.onhand.channels.HookKey;
import io.onhand.channels.NewConnection;
import io.onhand.channels.Secrets;
import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.PosEvent;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.ReadItem;
import io.onhand.sync.ConnectionStandQueries;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * What the vendor of one connection has and does. Its list of news only grows; a cursor is a place
 * in it. Two news make a page.
 */
public final class TillScript {

    private static final int PAGE = 2;
    private static final String SHELF = "shelf";
    private static final Duration COMPARED_MAX = Duration.ofSeconds(120);

    private final String name = "till-" + UUID.randomUUID();
    private final List<ReadItem> news = new ArrayList<>();
    private final List<CatalogueItem> items = new ArrayList<>();
    private final Map<String, Observation> stock = new LinkedHashMap<>();
    private final Map<DocumentKey, List<ReadItem>> documents = new LinkedHashMap<>();
    private final List<Push> pushes = new ArrayList<>();
    private final Deque<Outcome<?>> answers = new ArrayDeque<>();
    private final Deque<Outcome<PushAnswer>> pushAnswers = new ArrayDeque<>();
    private @Nullable Outcome<Page<CatalogueItem>> catalogueFailure;
    private final Deque<PushAnswer.Refusal> refusals = new ArrayDeque<>();
    private final Queue<Runnable> observed = new ConcurrentLinkedQueue<>();
    private boolean missingBroken;
    private final List<String> polls = new ArrayList<>();

    public TillScript() {
        ScriptedTill.play(name, this);
    }

    /** A connection of this till, which calls LONDON {@code L1} and finds items by their SKU. */
    public Connection connect(BeanFactory program, TeaShop shop, Connection.Mode mode) {
        return connect(program, shop, mode, Map.of());
    }

    /** The same with more settings. */
    public Connection connect(
            BeanFactory program, TeaShop shop, Connection.Mode mode, Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(more);
        settings.put(ScriptedTill.SCRIPT, name);
        var wanted =
                new NewConnection(
                        name,
                        ScriptedTill.ID,
                        "The till",
                        mode,
                        Connection.Match.SKU,
                        false,
                        settings,
                        HookKey.random(),
                        Secrets.NONE,
                        Map.of("L1", shop.location("LONDON")));
        var made = shop.call(() -> program.getBean(Connections.class).create(wanted));
        return made instanceof ConnectionCreation.Created(var details)
                ? details.connection()
                : fail();
    }

    /** The same; its first comparison, which comes by itself, is over. */
    public Connection connectCompared(
            BeanFactory program, TeaShop shop, Connection.Mode mode, Map<String, String> more) {
        Connection connection = connect(program, shop, mode, more);
        var stands = program.getBean(ConnectionStandQueries.class);
        await().atMost(COMPARED_MAX)
                .until(
                        () ->
                                shop.call(() -> stands.of(connection.id()))
                                        .filter(stand -> stand.reconciledAt() != null)
                                        .isPresent());
        return connection;
    }

    private static Connection fail() {
        throw new IllegalStateException("a connection of that code is there");
    }

    /** Something happens at the till. */
    public synchronized void tell(ReadItem item) {
        news.add(item);
    }

    /** One unit of an item is sold at the till. */
    public void sells(String document, String item) {
        tell(sale(document, item));
    }

    /** No message told of this, but who asks for an item's shelf finds it. */
    public synchronized void lost(String item, ReadItem told) {
        documents.put(new DocumentKey(SHELF, item, null), List.of(told));
    }

    /** One unit of each of these items sold at {@code L1}. */
    public static ReadItem sale(String document, String... items) {
        List<PosEvent.PosLine> lines =
                Stream.of(items).map(item -> new PosEvent.PosLine(null, item, "1")).toList();
        var event =
                new PosEvent(
                        document,
                        0,
                        "sale",
                        "L1",
                        "2026-11-20T10:00:00Z",
                        0,
                        null,
                        null,
                        null,
                        lines);
        return new ReadItem.Told(event, null);
    }

    /** The vendor has an item. */
    public synchronized void has(CatalogueItem item) {
        items.add(item);
    }

    /** The till takes the stock of an item to be this. */
    public synchronized void shows(String item, String quantity, String at) {
        stock.put(item, new Observation(item, "L1", quantity, at));
    }

    /** The till tracks an item no more. */
    public synchronized void tracksNot(String item) {
        stock.remove(item);
    }

    /** The next call of any kind ends like this instead. */
    public synchronized void answers(Outcome<?> outcome) {
        answers.add(outcome);
    }

    /** Whoever asks for the catalogue gets this instead; null for the catalogue. */
    public synchronized void answersCatalogue(@Nullable Outcome<Page<CatalogueItem>> outcome) {
        catalogueFailure = outcome;
    }

    /** The next push ends like this instead. */
    public synchronized void answersPush(Outcome<PushAnswer> outcome) {
        pushAnswers.add(outcome);
    }

    /** The next push is refused for the sake of this item. */
    public synchronized void refusesNext(String item) {
        refusesNext(item, "other");
    }

    /** The same for a reason; of another push for each time that this is called. */
    public synchronized void refusesNext(String item, String code) {
        refusals.add(new PushAnswer.Refusal(item, code, "Not this."));
    }

    /** The cursors of all polls so far. */
    public synchronized List<String> polls() {
        return List.copyOf(polls);
    }

    /** All pushes so far, each as often as it was tried. */
    public synchronized List<Push> pushes() {
        return List.copyOf(pushes);
    }

    @SuppressWarnings("unchecked") // a failure is one of whatever was asked
    private <T> @Nullable Outcome<T> failure() {
        return (Outcome<T>) answers.poll();
    }

    synchronized Outcome<Page<ReadItem>> poll(@Nullable String cursor) {
        polls.add(String.valueOf(cursor));
        Outcome<Page<ReadItem>> failure = failure();
        return failure == null ? new Outcome.Ok<>(page(news, cursor)) : failure;
    }

    private static <T> Page<T> page(List<T> all, @Nullable String cursor) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + PAGE);
        return new Page<>(all.subList(from, to), Integer.toString(to), to < all.size());
    }

    /** The next time that its stock was looked at, and before that is told, this happens. */
    public void onceObserved(Runnable then) {
        observed.add(then);
    }

    Outcome<Page<Observation>> observe(@Nullable String cursor) {
        Outcome<Page<Observation>> told = seen(cursor);
        Runnable then = observed.poll();
        if (then != null) {
            then.run();
        }
        return told;
    }

    private synchronized Outcome<Page<Observation>> seen(@Nullable String cursor) {
        Outcome<Page<Observation>> failure = failure();
        return failure == null
                ? new Outcome.Ok<>(page(List.copyOf(stock.values()), cursor))
                : failure;
    }

    /** Whoever asks which documents to ask for finds it broken. */
    public synchronized void breaksAtMissing() {
        missingBroken = true;
    }

    synchronized List<DocumentKey> missing(List<Observation> differing) {
        if (missingBroken) {
            throw new IllegalStateException("broken");
        }
        return differing.stream()
                .map(seen -> new DocumentKey(SHELF, seen.item(), null))
                .filter(documents::containsKey)
                .toList();
    }

    synchronized Outcome<Page<CatalogueItem>> catalogue(@Nullable String cursor) {
        Outcome<Page<CatalogueItem>> failure = catalogueFailure;
        return failure == null ? new Outcome.Ok<>(page(items, cursor)) : failure;
    }

    synchronized Outcome<Account> account() {
        return new Outcome.Ok<>(new Account(List.of(new Account.Place("L1", "London", true))));
    }

    synchronized Outcome<List<Fetched>> fetch(List<DocumentKey> keys) {
        List<Fetched> fetched = new ArrayList<>();
        for (DocumentKey key : keys) {
            List<ReadItem> found = documents.get(key);
            fetched.add(found == null ? new Fetched.Missing(key) : new Fetched.Found(key, found));
        }
        return new Outcome.Ok<>(fetched);
    }

    synchronized Outcome<PushAnswer> push(Push push) {
        pushes.add(push);
        Outcome<PushAnswer> failure = pushAnswers.poll();
        if (failure != null) {
            return failure;
        }
        PushAnswer.Refusal unwanted = refusals.poll();
        if (unwanted == null) {
            return new Outcome.Ok<>(new PushAnswer.Applied(List.of()));
        }
        List<PushAnswer.Refusal> because =
                push.changes().stream()
                        .filter(change -> change.item().equals(unwanted.change()))
                        .map(
                                change ->
                                        new PushAnswer.Refusal(
                                                change.key(), unwanted.code(), unwanted.message()))
                        .toList();
        return new Outcome.Ok<>(
                because.isEmpty()
                        ? new PushAnswer.Applied(List.of())
                        : new PushAnswer.Refused(because));
    }
}
