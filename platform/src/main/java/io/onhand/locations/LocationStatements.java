package io.onhand.locations;

import static org.springframework.data.relational.core.query.Criteria.where;
import static org.springframework.data.relational.core.query.Query.query;

import java.time.Instant;
import org.springframework.data.jdbc.core.JdbcAggregateOperations;
import org.springframework.stereotype.Component;

/** Writes of locations. */
@Component
class LocationStatements {

    private final JdbcAggregateOperations rows;

    LocationStatements(JdbcAggregateOperations rows) {
        this.rows = rows;
    }

    /**
     * Whether the code was free; if it was not, nothing is written. Two that see it free at once
     * are a lost race under SERIALIZABLE, and one is tried again.
     */
    boolean insert(Location location, Instant at) {
        if (rows.exists(query(where("code").is(location.code())), LocationRow.class)) {
            return false;
        }
        rows.insert(LocationRow.of(location, at));
        return true;
    }

    void update(Location location) {
        rows.update(LocationRow.of(location, null));
    }
}
