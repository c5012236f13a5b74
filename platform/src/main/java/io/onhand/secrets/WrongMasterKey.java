package io.onhand.secrets;

/** A secret does not open with the master key of this program. */
public class WrongMasterKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongMasterKey() {
        super(
                "A secret was sealed with another master key; give every program on this database"
                        + " the same ONHAND_MASTER_KEY");
    }
}
