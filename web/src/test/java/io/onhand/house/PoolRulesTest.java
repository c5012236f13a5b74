package io.onhand.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.beans.factory.annotation.Qualifier;

/** The ledger's login sees every tenant, so one class alone may hold it. */
@AnalyzeClasses(packages = "io.onhand", importOptions = TheProgram.class)
class PoolRulesTest {

    private static final String LEDGER = "ledger";

    @ArchTest
    static final ArchRule onlyGroupCommitAsksForTheLedgersPool =
            classes()
                    .that()
                    .doNotHaveFullyQualifiedName("io.onhand.stock.GroupCommit")
                    .and()
                    .doNotHaveFullyQualifiedName("io.onhand.database.DatabaseConfiguration")
                    .should(notAskForTheLedgersPool())
                    .because("its policy shows every tenant's rows");

    @ArchTest
    static final ArchRule poolsAreAskedForByRole =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.onhand.stock.GroupCommit")
                    .and()
                    .resideOutsideOfPackage("io.onhand.database")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.zaxxer.hikari..")
                    .because("a pool found by its type is a pool whose role nobody chose");

    private static ArchCondition<JavaClass> notAskForTheLedgersPool() {
        return new ArchCondition<>("not ask for the ledger's pool") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    for (JavaParameter parameter : unit.getParameters()) {
                        if (isLedger(parameter)) {
                            events.add(SimpleConditionEvent.violated(unit, unit.getFullName()));
                        }
                    }
                }
            }
        };
    }

    private static boolean isLedger(JavaParameter parameter) {
        return parameter.isAnnotatedWith(Qualifier.class)
                && parameter.getAnnotationOfType(Qualifier.class).value().equals(LEDGER);
    }
}
