package io.onhand.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sealed signing keys. */
@Component
class SigningKeyStatements {

    private final JdbcClient system;

    SigningKeyStatements(@Qualifier("system") JdbcClient system) {
        this.system = system;
    }

    Optional<byte[]> find(String purpose) {
        return system.sql("select sealed_key from signing_key where purpose = :purpose")
                .param("purpose", purpose)
                .query((row, number) -> row.getBytes("sealed_key"))
                .optional();
    }

    /** Keeps a key unless there is one; then that one stays. */
    int insert(String purpose, byte[] sealed, Instant at) {
        return system.sql(
                        """
                        insert into signing_key (purpose, sealed_key, created_at)
                        values (:purpose, :sealed, :at)
                        on conflict (purpose) do nothing
                        """)
                .param("purpose", purpose)
                .param("sealed", sealed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps the same key in another form, unless somebody else has just done so. */
    int replace(String purpose, byte[] before, byte[] sealed) {
        return system.sql(
                        """
                        update signing_key set sealed_key = :sealed
                        where purpose = :purpose and sealed_key = :before
                        """)
                .param("purpose", purpose)
                .param("before", before)
                .param("sealed", sealed)
                .update();
    }
}
