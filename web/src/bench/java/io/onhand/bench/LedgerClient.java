package io.onhand.bench;

import io.onhand.catalog.VariantId;
import io.onhand.locations.LocationId;
import io.onhand.measure.Quantity;
import io.onhand.stock.Account;
import io.onhand.stock.Cause;
import io.onhand.stock.ContentHash;
import io.onhand.stock.Identity;
import io.onhand.stock.Line;
import io.onhand.stock.MovementType;
import io.onhand.stock.Outcome;
import io.onhand.stock.Posting;
import io.onhand.stock.StockLedger;
import io.onhand.tenancy.Actor;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts sales by the ledger's own door: what remains of the API when HTTP and JSON are left out.
 */
final class LedgerClient implements Client {

    private static final long MILLIONTHS = 1_000_000;

    private final StockLedger ledger;
    private final Sales sales;
    private final int size;

    LedgerClient(StockLedger ledger, Sales sales, int size) {
        this.ledger = ledger;
        this.sales = sales;
        this.size = size;
    }

    @Override
    public int work() {
        List<Posting> postings = sales.next(size).stream().map(LedgerClient::posting).toList();
        for (var outcome : ledger.submit(postings)) {
            switch (outcome.join()) {
                case Outcome.Applied applied -> {}
                case Outcome.Duplicate duplicate -> {}
                case Outcome other -> throw new IllegalStateException(other.toString());
            }
        }
        return size;
    }

    private static Posting posting(Sale sale) {
        List<Line> lines = new ArrayList<>();
        for (Sale.Line line : sale.lines()) {
            int no = lines.size() + 1;
            lines.add(
                    new Line.Change(
                            no,
                            Integer.toString(no),
                            new LocationId(sale.place().id()),
                            new VariantId(line.item().id()),
                            Account.ON_HAND,
                            null,
                            new Quantity(-line.units() * MILLIONTHS),
                            null));
        }
        return new Posting(
                sale.shop().tenant(),
                new Identity(sale.shop().source(), sale.externalId(), 0),
                new ContentHash(Postings.content(sale)),
                MovementType.SALE,
                false,
                new Cause("source-event", sale.externalId()),
                new Actor(Actor.Type.SYSTEM, "bench"),
                sale.occurredAt(),
                sale.occurredAt(),
                0,
                null,
                null,
                null,
                null,
                null,
                lines);
    }
}
