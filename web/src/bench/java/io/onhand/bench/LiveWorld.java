package io.onhand.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A small world for the live benches: one shop, two programs on one database.
 *
 * @param shop whose levels never moved
 * @param busy another one like it
 */
record LiveWorld(BenchServer server, BenchProgram here, BenchProgram there, Shop shop, Shop busy)
        implements AutoCloseable {

    private static final int PLACES = 20;
    private static final int ITEMS = 200;

    static LiveWorld make() throws SQLException {
        BenchServer server = BenchServer.start();
        try (Doors doors = Doors.open(server);
                var connection = server.connectAsSuperuser()) {
            var statements = new WorldStatements(connection);
            statements.keepQuiet();
            Shop shop = statements.items(doors.open("bench-live", PLACES), ITEMS);
            Shop busy = statements.items(doors.open("bench-busy", PLACES), ITEMS);
            doors.close();
            return new LiveWorld(
                    server,
                    BenchProgram.start(server, "bench-live"),
                    BenchProgram.start(server, "bench-live-2"),
                    shop,
                    busy);
        }
    }

    @Override
    public void close() throws InterruptedException, IOException {
        try (server;
                here;
                there) {
            System.out.flush();
        }
    }
}
