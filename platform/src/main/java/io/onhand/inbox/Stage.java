package io.onhand.inbox;

import io.onhand.leases.ProgramRole;
import java.util.List;

/** What is done with work of one kind. */
interface Stage {

    Work.Kind kind();

    /** Which programs do it. */
    ProgramRole role();

    /**
     * Does work of one connection inside its tenant, and ends it or gives it back.
     *
     * @param part leased by this program, at least one
     */
    void handle(List<Work> part);
}
