package io.onhand.database;

import java.io.IOException;

/**
 * PostgreSQL refuses to run as root. As root on Linux the embedded one runs in a user namespace of
 * its own, where the system allows that.
 */
final class UserNamespaces {

    private UserNamespaces() {}

    static void require() {
        boolean root =
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("user.name").equals("root");
        if (root && !allowed()) {
            throw new StartRefused(
                    "The embedded database cannot run as root here: this system allows no user"
                            + " namespaces.",
                    "Start Onhand as another user, or name a database by ONHAND_DATABASE_URL.");
        }
    }

    private static boolean allowed() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
