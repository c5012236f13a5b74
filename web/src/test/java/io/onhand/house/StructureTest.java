package io.onhand.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;

/** Where things live and how they are named. */
@AnalyzeClasses(packages = "io.onhand", importOptions = TheProgram.class)
class StructureTest {

    private static final String SQL_HOME = ".*(Queries|Statements)(\\$.*)?";

    @ArchTest
    static final ArchRule springJdbcIsUsedByQueriesAndStatements =
            noClasses()
                    .that()
                    .haveNameNotMatching(SQL_HOME)
                    .and()
                    .doNotHaveFullyQualifiedName("io.onhand.database.DatabaseConfiguration")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.jdbc.core..")
                    .because("hand-written SQL has one home per module");

    @ArchTest
    static final ArchRule plainJdbcIsUsedByQueriesAndStatements =
            noClasses()
                    .that()
                    .haveNameNotMatching(SQL_HOME)
                    .and()
                    .resideOutsideOfPackage("io.onhand.database")
                    .and()
                    .doNotHaveFullyQualifiedName("io.onhand.tenancy.TenantTransactionManager")
                    .should()
                    .callMethodWhere(
                            target(nameMatching("(prepare|create)(Statement|Call)"))
                                    .and(target(owner(assignableTo(Connection.class)))))
                    .because("hand-written SQL has one home per module, by whatever door");

    @ArchTest
    static final ArchRule pagesAndApiSeeNoDatabase =
            noClasses()
                    .that()
                    .resideInAnyPackage("io.onhand.admin..", "io.onhand.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "com.zaxxer..")
                    .because("the business answers questions; the edge asks no table");

    @ArchTest
    static final ArchRule timeIsInjected =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.onhand.tenancy.MachineClock")
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("the demo moves the business clock, and tests own both");

    @ArchTest
    static final ArchRule jsonIsJackson3 =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.fasterxml.jackson.databind..")
                    .because(
                            "Jackson 2 is on the class path for springdoc only, and reads ours anew");

    @ArchTest
    static final ArchRule constructorsInject =
            noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .because("what a class needs is in its constructor");

    @ArchTest
    static final ArchRule nothingIsTakenFromTheContext =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.onhand.database")
                    .should()
                    .callMethodWhere(
                            target(nameMatching("getBean.*"))
                                    .and(target(owner(assignableTo(BeanFactory.class)))))
                    .because("what a class takes from the context by name, no rule can see");

    @ArchTest
    static final ArchRule namesAreNounsOfTheBusiness =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.onhand.tenancy.TenantTransactionManager")
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Service|Exception)")
                    .because("a name says what a thing is; these say that nobody knew");

    @ArchTest
    static final ArchRule nothingIsSet =
            noMethods()
                    .that()
                    .haveNameMatching("set[A-Z].*")
                    .should()
                    .haveModifier(JavaModifier.PUBLIC)
                    .allowEmptyShould(true)
                    .because("values are records, and change returns a new one");

    @ArchTest
    static final ArchRule repositoriesStayInside =
            noClasses()
                    .that()
                    .areAssignableTo(Repository.class)
                    .should()
                    .bePublic()
                    .allowEmptyShould(true)
                    .because("a module has two doors, and neither is its table");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.onhand.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("whoever reads one package must not have to read its reader");
}
