package io.onhand.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What all benches of a run share: one server, one program, and tenants with stock. Made at first
 * use; ends with the process.
 *
 * @param shops tenants that sell: together 100,000 levels that were opened once
 * @param archive a tenant with 100,000 levels and a long history, which only reads
 * @param copied a tenant whose rows the bench writes by COPY
 */
record BenchWorld(
        BenchServer server, BenchProgram program, List<Shop> shops, Shop archive, Shop copied) {

    static final int SHOPS = 20;
    static final int PLACES = 5;
    static final int ITEMS = 1_000;
    static final int ARCHIVE_PLACES = 50;
    static final int ARCHIVE_ITEMS = 2_000;

    /** Movements of each of the archive's levels that make a million. */
    static final int SEQ_PER_MILLION = 1_000_000 / (ARCHIVE_PLACES * ARCHIVE_ITEMS);

    private static final class Holder {
        private static final BenchWorld WORLD = make();
    }

    static BenchWorld shared() {
        return Holder.WORLD;
    }

    private static BenchWorld make() {
        BenchServer server = BenchServer.start();
        var shops = new ArrayList<Shop>();
        try (Doors doors = Doors.open(server);
                var connection = server.connectAsSuperuser()) {
            var statements = new WorldStatements(connection);
            statements.keepQuiet();
            for (int i = 0; i < SHOPS; i++) {
                Shop shop = doors.open("bench-shop-" + i, PLACES);
                shops.add(statements.stock(shop, ITEMS));
            }
            Shop archive =
                    statements.items(doors.open("bench-archive", ARCHIVE_PLACES), ARCHIVE_ITEMS);
            statements.grow(archive, 1, SEQ_PER_MILLION);
            Shop copied = statements.stock(doors.open("bench-copied", PLACES), ITEMS);
            statements.vacuum();
            BenchProgram program = BenchProgram.start(server, "bench-program");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, program)));
            var world = new BenchWorld(server, program, List.copyOf(shops), archive, copied);
            Environment.write(world);
            return world;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(BenchServer server, BenchProgram program) {
        try (server;
                program) {
            System.out.flush();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
