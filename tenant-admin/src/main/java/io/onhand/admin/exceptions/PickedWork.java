package io.onhand.admin.exceptions;

import io.onhand.admin.ui.PageRefused;
import io.onhand.admin.ui.Visitor;
import io.onhand.exceptions.ExceptionId;
import io.onhand.exceptions.ExceptionQueries;
import io.onhand.exceptions.OpenWork;
import io.onhand.inbox.BulkSettlements;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the exceptions that a visitor picked. */
@Component
class PickedWork {

    private final ExceptionQueries queries;
    private final WorkLines lines;

    PickedWork(ExceptionQueries queries, WorkLines lines) {
        this.queries = queries;
        this.lines = lines;
    }

    /**
     * The exceptions of these ids.
     *
     * @throws PageRefused when one is not there, is about a location out of sight, or they are more
     *     than may be settled together
     */
    List<OpenWork> found(List<UUID> ids, Visitor visitor) {
        if (ids.size() > BulkSettlements.EXCEPTIONS_MAX) {
            throw PageRefused.misread();
        }
        return ids.stream().distinct().map(id -> one(new ExceptionId(id), visitor)).toList();
    }

    private OpenWork one(ExceptionId id, Visitor visitor) {
        var work = queries.find(id).orElseThrow(PageRefused::nothingThere);
        if (!lines.isVisible(work, visitor)) {
            throw PageRefused.elsewhere();
        }
        return work;
    }
}
