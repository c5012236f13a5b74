package io.onhand.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.onhand.web.security.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What comes in by HTTP. */
@AnalyzeClasses(packages = "io.onhand", importOptions = TheProgram.class)
class EdgeRulesTest {

    private static final int HANDLERS_MAX = 4;

    private static final DescribedPredicate<JavaClass> CONTROLLERS =
            DescribedPredicate.describe(
                    "controllers",
                    type ->
                            type.isAnnotatedWith(Controller.class)
                                    || type.isMetaAnnotatedWith(Controller.class));

    private static final DescribedPredicate<JavaMethod> HANDLERS =
            DescribedPredicate.describe("handlers", EdgeRulesTest::isHandler);

    @ArchTest
    static final ArchRule controllersStayInside =
            noClasses()
                    .that(CONTROLLERS)
                    .should()
                    .bePublic()
                    .allowEmptyShould(true)
                    .because("only a request calls a controller");

    @ArchTest
    static final ArchRule aControllerServesOneResource =
            classes()
                    .that(CONTROLLERS)
                    .should(haveFewHandlers())
                    .allowEmptyShould(true)
                    .because("a fifth handler is another resource");

    @ArchTest
    static final ArchRule everyApiHandlerSaysWhatItNeeds =
            methods()
                    .that(HANDLERS)
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("io.onhand.web.api..")
                    .should()
                    .beAnnotatedWith(Needs.class)
                    .allowEmptyShould(true)
                    .because("the right is checked before the handler, from this annotation alone");

    private static boolean isHandler(JavaMethod method) {
        return method.isAnnotatedWith(RequestMapping.class)
                || method.isMetaAnnotatedWith(RequestMapping.class);
    }

    private static ArchCondition<JavaClass> haveFewHandlers() {
        return new ArchCondition<>("have at most " + HANDLERS_MAX + " handlers") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                long handlers =
                        controller.getMethods().stream().filter(EdgeRulesTest::isHandler).count();
                if (handlers > HANDLERS_MAX) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    controller,
                                    controller.getName() + " has " + handlers + " handlers"));
                }
            }
        };
    }
}
