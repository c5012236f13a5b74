package io.onhand.web.security;

import java.util.Optional;

/** Reads tokens by which a program acts for a person. */
public interface AccessTokens {

    /** For whom a token must be meant. */
    String AUDIENCE = "onhand-api";

    /** The type that says that it is one, and no ID token. */
    String TYPE = "at+jwt";

    /** The claim that names the session which a token of ours hangs on. */
    String SESSION = "sid";

    /** The claim that names the tenant: its code, and what is known of it there. */
    String ORGANIZATION = "organization";

    /** Whose token this is, with the rights of now; nobody when it is not a good one. */
    Optional<Bearer> find(String token);
}
