package onhand.plugins.square.standin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import onhand.plugins.standin.DemoConnection;
import onhand.plugins.standin.StandIn;
import onhand.plugins.standin.StandInMaker;

/** Makes the demo's Square. */
public final class SquareStandInMaker implements StandInMaker {

    private static final String PLACE = "L-";
    private static final String MERCHANT = "M-LEAF";
    private static final String TOKEN = "demo-square-token";
    private static final String KEY = "demo-square-signature-key";
    private static final DemoConnection CONNECTION =
            new DemoConnection(
                    "demo-square-leaf",
                    "square",
                    "Square tills of the tea shops",
                    Map.of("merchant", MERCHANT),
                    Map.of("accessToken", TOKEN, "signatureKey", KEY),
                    KEY);

    static String ofPlace(String code) {
        return PLACE + code;
    }

    @Override
    public String place(String code) {
        return ofPlace(code);
    }

    @Override
    public String article(String sku) {
        return Goods.variation(sku);
    }

    @Override
    public DemoConnection connection() {
        return CONNECTION;
    }

    @Override
    public StandIn start(Path directory, int port, InstantSource clock) {
        var settings = StandInSettings.of(directory, clock, MERCHANT, TOKEN).withPort(port);
        return new SquareDoor(SquareStandIn.start(settings));
    }
}
