package io.onhand.bench;

import java.io.IOException;
import java.util.List;

/** Sends sales to {@code POST /api/v1/source-events}. */
final class EventsClient implements Client {

    private static final String APPLIED = "\"outcome\":\"applied\"";
    private static final String DUPLICATE = "\"outcome\":\"duplicate\"";
    private static final int SHOWN_MAX = 500;

    private final KeptConnection connection;
    private final Sales sales;
    private final int size;
    private final StringBuilder json = new StringBuilder();

    /**
     * @param size events in a request
     */
    EventsClient(int port, Sales sales, int size) throws IOException {
        this.connection = new KeptConnection(port);
        this.sales = sales;
        this.size = size;
    }

    @Override
    public int work() throws IOException {
        List<Sale> next = sales.next(size);
        Shop shop = next.getFirst().shop();
        json.setLength(0);
        json.append("{\"connection\":\"").append(shop.connection()).append("\",\"events\":[");
        for (int i = 0; i < next.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            next.get(i).appendTo(json);
        }
        json.append("]}");
        var answer = connection.post("/api/v1/source-events", shop.key(), json.toString());
        int done = count(answer.body(), APPLIED) + count(answer.body(), DUPLICATE);
        if (answer.status() != 200 || done != size) {
            throw new IllegalStateException(
                    answer.status()
                            + ", "
                            + done
                            + " of "
                            + size
                            + ": "
                            + answer.body()
                                    .substring(0, Math.min(SHOWN_MAX, answer.body().length())));
        }
        return size;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
