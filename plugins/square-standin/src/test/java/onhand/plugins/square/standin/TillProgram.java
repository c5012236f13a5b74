package onhand.plugins.square.standin;

import java.nio.file.Path;
import java.time.InstantSource;

/** Sells without end and prints each order's id once it is answered; started to be killed. */
final class TillProgram {

    private TillProgram() {}

    public static void main(String[] arguments) {
        var settings =
                StandInSettings.of(
                        Path.of(arguments[0]), InstantSource.system(), "M-LEAF", TeaShop.TOKEN);
        try (var square = SquareStandIn.start(settings)) {
            while (true) {
                System.out.println(
                        square.till().sell(TeaShop.LONDON, TeaShop.one(TeaShop.EARL, "1")));
            }
        }
    }
}
