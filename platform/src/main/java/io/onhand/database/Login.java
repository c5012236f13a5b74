package io.onhand.database;

/**
 * A name and its password. Its text form hides the password.
 *
 * @param username the role
 * @param password its secret
 */
public record Login(String username, String password) {

    @Override
    public String toString() {
        return username + ":***";
    }
}
