package onhand.plugins.standin;

import java.nio.file.Path;
import java.time.InstantSource;

/** Makes stand-ins of one vendor; found by {@link java.util.ServiceLoader}. */
public interface StandInMaker {

    /** The vendor's name of a place. */
    String place(String code);

    /** The vendor's name of an article. */
    String article(String sku);

    /** How the demo is connected to it. */
    DemoConnection connection();

    /**
     * Starts one with what is kept in its directory.
     *
     * @param directory where it keeps what happened; made when missing
     * @param port the loopback port, 0 for a free one
     * @throws IllegalStateException when another one uses the directory, or its file is damaged
     * @throws java.io.UncheckedIOException when the port is taken or the directory cannot be
     *     written
     */
    StandIn start(Path directory, int port, InstantSource clock);
}
