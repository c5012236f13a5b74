package io.onhand.sync;

import io.onhand.channels.Connection;
import io.onhand.exceptions.ExceptionKind;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.Exceptions;
import io.onhand.exceptions.Finding;
import io.onhand.exceptions.OpenWork;
import io.onhand.exceptions.Subject;
import io.onhand.sync.Comparing.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells people where a till and Onhand do not come together by themselves. */
@Component
class DriftAlarm {

    private static final int TOGETHER_MAX = 200;

    private final Exceptions exceptions;
    private final ExceptionQueries work;
    private final PeoplesNames names;

    DriftAlarm(Exceptions exceptions, ExceptionQueries work, PeoplesNames names) {
        this.exceptions = exceptions;
        this.work = work;
        this.names = names;
    }

    /** A vendor was not told of a change. Joins the transaction that runs. */
    void notTold(Connection connection, Change change, String why) {
        String location = names.code(change.location());
        String sku = names.sku(change.variant());
        exceptions.raise(
                ExceptionKind.DRIFT,
                Subject.of(connection.code(), location, sku),
                "The till was not told of a change: " + why,
                Map.of("connection", connection.code(), "location", location, "sku", sku));
    }

    /** A till goes on showing another number. Joins the transaction that runs. */
    void raise(Connection connection, List<Compared> differing) {
        List<Finding> findings = new ArrayList<>();
        for (Compared one : differing) {
            String location = names.code(one.location());
            String sku = names.sku(one.variant());
            findings.add(
                    new Finding(
                            ExceptionKind.DRIFT,
                            Subject.of(connection.code(), location, sku),
                            "The till shows %s, we have %s.".formatted(one.theirs(), one.ours()),
                            Map.of(
                                    "connection",
                                    connection.code(),
                                    "location",
                                    location,
                                    "sku",
                                    sku,
                                    "theirs",
                                    one.theirs().toString(),
                                    "ours",
                                    one.ours().toString())));
        }
        exceptions.raise(findings);
    }

    /** The numbers agree there: nothing is to be settled any more. */
    void close(Connection connection, Set<Key> agreeing) {
        var place = ExceptionQueries.Place.START;
        List<OpenWork> some;
        do {
            some = work.page(true, ExceptionKind.DRIFT, place, TOGETHER_MAX);
            for (OpenWork one : some) {
                place = new ExceptionQueries.Place(one.firstAt(), one.id().value());
                if (connection.code().equals(one.links().get("connection"))
                        && names.key(one.links()).filter(agreeing::contains).isPresent()) {
                    exceptions.close(one.id());
                }
            }
        } while (some.size() == TOGETHER_MAX);
    }
}
