package onhand.plugins.square;

import io.onhand.plugin.Account;
import io.onhand.plugin.CatalogueItem;
import io.onhand.plugin.Ctx;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Observation;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.Page;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.Push;
import io.onhand.plugin.PushAnswer;
import io.onhand.plugin.ReadDelivery;
import io.onhand.plugin.ReadItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;

/** Square's till: reads what it sold, and tells it what changed here. */
@Extension
public final class SquareConnector implements PosConnector {

    @Override
    public String id() {
        return "square";
    }

    @Override
    public Declaration declaration() {
        return SquareDeclaration.DECLARATION;
    }

    @Override
    public Outcome<ReadDelivery> read(Delivery delivery, Map<String, String> settings) {
        return Webhook.read(delivery.body(), settings);
    }

    @Override
    public Outcome<List<Fetched>> fetch(List<DocumentKey> keys, Ctx ctx) {
        var square = new SquareApi(ctx);
        return new Documents(new Orders(square), changes(square, ctx)).fetch(keys);
    }

    @Override
    public Outcome<Page<ReadItem>> poll(@Nullable String cursor, Ctx ctx) {
        var square = new SquareApi(ctx);
        return new Polling(square, changes(square, ctx), Instant.parse(ctx.now())).poll(cursor);
    }

    @Override
    public Outcome<Page<Observation>> observe(@Nullable String cursor, Ctx ctx) {
        return new StockCounts(new SquareApi(ctx)).observe(cursor);
    }

    @Override
    public List<DocumentKey> missing(
            List<Observation> differing, String since, Map<String, String> settings) {
        return differing.stream()
                .map(seen -> new Shelf(seen.item(), seen.location()))
                .flatMap(shelf -> shelf.key(Instant.parse(since)).stream())
                .toList();
    }

    @Override
    public Outcome<Page<CatalogueItem>> catalogue(@Nullable String cursor, Ctx ctx) {
        return new Catalogue(new SquareApi(ctx)).page(cursor, Instant.parse(ctx.now()));
    }

    @Override
    public Outcome<Account> account(Ctx ctx) {
        return new Locations(new SquareApi(ctx)).account();
    }

    @Override
    public Outcome<PushAnswer> push(Push push, Ctx ctx) {
        return new StockPush(new SquareApi(ctx)).push(push);
    }

    private static StockChanges changes(SquareApi square, Ctx ctx) {
        return new StockChanges(square, SquareDeclaration.application(ctx.settings()));
    }
}
