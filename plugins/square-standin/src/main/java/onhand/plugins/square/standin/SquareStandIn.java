package onhand.plugins.square.standin;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A running stand-in: the merchant's side ({@link #backOffice}, {@link #till}), the way of the
 * webhooks, and what goes wrong. Its HTTP side is Square's.
 */
public final class SquareStandIn implements AutoCloseable {

    private final World world;
    private final HookPlan plan;
    private final HookSender sender;
    private final Faults faults;
    private final Edge edge;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private SquareStandIn(StandInSettings settings) throws IOException {
        plan = new HookPlan(settings.seed());
        world = new World(settings, plan);
        sender = new HookSender(world, new RetrySchedule(settings.retryScale()));
        faults = new Faults(settings.clock(), settings.token());
        edge = new Edge(calls(world), faults, new RateLimit(settings.requestsPerSecond()));
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            sender.close();
            world.close();
            throw e;
        }
        server.setExecutor(workers);
        server.createContext("/", edge);
        server.start();
    }

    /**
     * Starts with what is kept in its directory.
     *
     * @throws IllegalStateException when another one uses the directory, or its file is damaged
     * @throws UncheckedIOException when the port is taken or the directory cannot be written
     */
    public static SquareStandIn start(StandInSettings settings) {
        try {
            return new SquareStandIn(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its base address, without a slash at the end. */
    public URI address() {
        InetSocketAddress at = server.getAddress();
        return URI.create("http://" + at.getAddress().getHostAddress() + ":" + at.getPort());
    }

    /** The merchant's locations and articles. */
    public BackOffice backOffice() {
        return new BackOffice(world);
    }

    /** The merchant's tills. */
    public Till till() {
        return new Till(world);
    }

    /** What goes wrong next, and which tokens are good. */
    public Faults faults() {
        return faults;
    }

    /** Who is told from now on, also of what could not be told before. */
    public void subscribe(Subscription subscription) {
        sender.subscribe(subscription);
    }

    /** How bad the way of the webhooks of later deeds is. */
    public void trouble(Trouble trouble) {
        plan.become(trouble);
    }

    /** Webhooks that were not taken yet, repeats counted singly. */
    public int hooksWaiting() {
        return world.read(tables -> tables.all(Table.HOOKS).size());
    }

    /** Webhooks that nobody took in Square's 24 hours, since the start. */
    public int hooksGivenUp() {
        return sender.givenUp();
    }

    /**
     * The references of all changes that have one, oldest first: those that were made over the API,
     * as often as they were made.
     */
    public List<String> references() {
        return world.read(
                tables ->
                        tables.all(Table.CHANGES).stream()
                                .flatMap(
                                        change ->
                                                change.findValuesAsString("reference_id").stream())
                                .toList());
    }

    /** The requests since the start, oldest first; the last 100,000. */
    public List<Asked> asked() {
        return edge.asked();
    }

    @Override
    public void close() {
        edge.close();
        server.stop(0);
        workers.shutdownNow();
        sender.close();
        world.close();
    }

    private static Map<String, Call> calls(World world) {
        var catalog = new CatalogCalls(world);
        var orders = new OrderCalls(world);
        var reads = new InventoryReads(world);
        return Map.of(
                "GET /v2/locations", catalog::locations,
                "GET /v2/catalog/list", catalog::list,
                "POST /v2/catalog/search", catalog::search,
                "POST /v2/orders/batch-retrieve", orders::byId,
                "POST /v2/orders/search", orders::search,
                "POST /v2/inventory/counts/batch-retrieve", reads::counts,
                "POST /v2/inventory/changes/batch-retrieve", reads::changes,
                "POST /v2/inventory/changes/batch-create", new InventoryWrites(world)::create);
    }
}
