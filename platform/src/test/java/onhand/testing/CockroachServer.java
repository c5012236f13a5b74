package onhand.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.cockroachdb.CockroachContainer;

/** A CockroachDB of one node in a container, for one test run. */
final class CockroachServer {

    /** The oldest version that a program starts on. */
    private static final String IMAGE = "cockroachdb/cockroach:v25.2.2";

    private static final String ADMIN = "onhand_admin";
    private static final String PASSWORD = "onhand-test";

    private CockroachServer() {}

    static boolean isAskedFor() {
        return "cockroach".equals(System.getProperty("onhand.test.database"));
    }

    /** Its JDBC address. It ends with this process. */
    static String start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "not run: CockroachDB (no Docker answers here); name a database by"
                            + " ONHAND_TEST_DATABASE_URL instead");
        }
        var server = new CockroachContainer(IMAGE).withUsername(ADMIN).withPassword(PASSWORD);
        server.start();
        return server.getJdbcUrl() + "?user=" + ADMIN + "&password=" + PASSWORD;
    }
}
