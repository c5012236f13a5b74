package onhand.plugins.square;

import io.onhand.plugin.Ctx;
import io.onhand.plugin.Declaration;
import io.onhand.plugin.Delivery;
import io.onhand.plugin.DocumentKey;
import io.onhand.plugin.Fetched;
import io.onhand.plugin.Outcome;
import io.onhand.plugin.PosConnector;
import io.onhand.plugin.ReadDelivery;
import java.util.List;
import java.util.Map;
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
        var changes = new StockChanges(square, SquareDeclaration.application(ctx.settings()));
        return new Documents(new Orders(square), changes).fetch(keys);
    }
}
