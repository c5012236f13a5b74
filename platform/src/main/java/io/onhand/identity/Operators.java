package io.onhand.identity;

import io.onhand.tenancy.MachineClock;
import org.springframework.stereotype.Component;

/** Who runs the programs. An operator has no right in any tenant for being one. */
@Component
public class Operators {

    private final OperatorStatements statements;
    private final MachineClock clock;

    Operators(OperatorStatements statements, MachineClock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Makes somebody an operator; again changes nothing. */
    public void appoint(PersonId person) {
        statements.insert(person, clock.now());
    }

    /** Whether somebody is one, read now. */
    public boolean isOperator(PersonId person) {
        return statements.exists(person);
    }
}
