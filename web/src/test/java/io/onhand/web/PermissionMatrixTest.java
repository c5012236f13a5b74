package io.onhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.Tool;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every operation of the document against everybody who must not reach what it names. What each is
 * answered follows from the contract's rights of its role and from the place of locations that the
 * document states.
 */
@WebTest
class PermissionMatrixTest {

    private static final Predicate<Operation> ALL = operation -> true;

    /** What all of a tenant share is no secret of a location, and may be changed by managers. */
    private static final Predicate<Operation> OF_LOCATIONS =
            operation -> !operation.location().equals("none");

    private static final Set<String> READ_BY_CLERKS =
            Set.of(
                    "stock-levels",
                    "movements",
                    "postings",
                    "reservations",
                    "products",
                    "variants",
                    "locations",
                    "clock");

    private static final Set<String> WRITTEN_BY_CLERKS =
            Set.of("adjustments", "reservations", "source-events", "live-tickets");

    private static final Set<String> WRITTEN_BY_AUDITORS = Set.of("ledger-audits", "live-tickets");

    private static final Set<String> KEPT_FROM_MANAGERS = Set.of("people", "api-keys", "billing");

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private List<Operation> operations = List.of();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void read() {
        operations = Operation.all(port);
        assertThat(operations).hasSizeGreaterThan(15);
    }

    @AfterEach
    void everyAnswerWasAsItMustBe() {
        assertThat(wrong).isEmpty();
    }

    @Test
    void withoutAGoodKeyNothingIsAnswered() {
        var hidden = HiddenParis.open(program, port);
        for (String key : new String[] {null, "", "oh_nobody_has_this"}) {
            unchanged(
                    hidden,
                    ALL,
                    example -> {
                        Api.Got got = judge(new Api(port, key), example, "401 unauthenticated");
                        assertThat(got.header("WWW-Authenticate")).isPresent();
                        conceals(example, got, hidden.marksOfTenant());
                    });
        }
    }

    /** So the requests are good ones, and what is hidden can be seen. */
    @Test
    void theOwnerReachesEverything() {
        for (Operation operation : operations) {
            var hidden = HiddenParis.open(program, port);
            for (Example example : hidden.examples(List.of(operation))) {
                judge(hidden.owner(), example, success(operation), "409 already-exists");
            }
        }
        var hidden = HiddenParis.open(program, port);
        assertThat(String.join("", hidden.seen(operations, ALL))).contains(hidden.marksOfTenant());
        assertThat(hidden.owner().get("/api/v1/audit-entries").text()).contains("negative-stock");
    }

    @ParameterizedTest
    @EnumSource(names = {"CLERK", "MANAGER", "AUDITOR"})
    void whoIsLimitedToLondonReachesNothingInParis(Role role) {
        var hidden = HiddenParis.open(program, port);
        keptToLondon(hidden, new Api(port, hidden.shop().key(role, "LONDON")), role);
    }

    /** What holds for the holder of a key holds for a person by a token. */
    @Test
    void aPersonWithATokenSeesNothingOfAnotherLocationEither() {
        var hidden = HiddenParis.open(program, port);
        String token = Tool.token(port, program, hidden.shop(), Role.CLERK, "LONDON");
        keptToLondon(hidden, new Api(port, token), Role.CLERK);
    }

    private void keptToLondon(HiddenParis hidden, Api caller, Role role) {
        unchanged(
                hidden,
                OF_LOCATIONS,
                example -> {
                    String expected = limited(role, example);
                    Api.Got got = judge(caller, example, expected, ifShared(example));
                    conceals(example, got, hidden.marksOfLocation());
                });
        assertThat(caller.get("/api/v1/stock-levels").text()).contains("LONDON");
    }

    @Test
    void anAuditorWritesNothing() {
        var hidden = HiddenParis.open(program, port);
        var auditor = new Api(port, hidden.shop().key(Role.AUDITOR));
        unchanged(
                hidden,
                ALL,
                example ->
                        judge(
                                auditor,
                                example,
                                may(Role.AUDITOR, example.operation())
                                        ? success(example.operation())
                                        : "403 forbidden"));
    }

    @Test
    void theOwnerOfAnotherTenantReachesNothingAtAll() {
        var hidden = HiddenParis.open(program, port);
        unchanged(
                hidden,
                ALL,
                example -> {
                    var other = new Api(port, TeaShop.open(program).key(Role.OWNER));
                    Api.Got got = judge(other, example, foreign(example), orItsOwn(example));
                    conceals(example, got, hidden.marksOfTenant());
                    boolean found =
                            !example.named().isEmpty() && !got.json().path("items").isEmpty();
                    boolean unsaid = got.status() == 422 && !got.text().contains("\"pointer\"");
                    if (found || unsaid) {
                        wrong.add(example + " found: " + got.text());
                    }
                });
    }

    private static String limited(Role role, Example example) {
        Operation operation = example.operation();
        if (!may(role, operation)) {
            return "403 forbidden";
        }
        boolean names =
                switch (operation.location()) {
                    case "path", "body" -> true;
                    case "query" -> example.named().contains("location");
                    case "filter", "none" -> false;
                    case String other -> throw new IllegalStateException(other);
                };
        return names ? "403 location-not-allowed" : success(operation);
    }

    /** A SKU of the tenant is taken, whoever asks. */
    private static String ifShared(Example example) {
        return OF_LOCATIONS.test(example.operation()) ? "" : "409 already-exists";
    }

    private static String foreign(Example example) {
        Operation operation = example.operation();
        boolean one = operation.queries().stream().anyMatch(Operation.Query::required);
        if (operation.hasNameInPath() || one) {
            return "404 not-found";
        }
        return operation.location().equals("body") ? "422 invalid" : success(operation);
    }

    /** What is made in the own tenant may have any name. */
    private static String orItsOwn(Example example) {
        Operation operation = example.operation();
        return operation.path().contains("{") ? "" : success(operation);
    }

    /** The roles' rights by the contract, whatever the document says that an operation needs. */
    private static boolean may(Role role, Operation operation) {
        String subject = operation.subject();
        boolean reads = operation.reads();
        return switch (role) {
            case OWNER, ADMIN -> true;
            case MANAGER ->
                    !KEPT_FROM_MANAGERS.contains(subject) && (reads || !subject.equals("clock"));
            case CLERK -> (reads ? READ_BY_CLERKS : WRITTEN_BY_CLERKS).contains(subject);
            case AUDITOR -> reads || WRITTEN_BY_AUDITORS.contains(subject);
        };
    }

    /** The good answer that the document names. */
    private static String success(Operation operation) {
        return operation.statuses().stream()
                .filter(status -> status < 300)
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private void unchanged(HiddenParis hidden, Predicate<Operation> which, Consumer<Example> send) {
        List<String> before = hidden.seen(operations, which);
        hidden.examples(operations).forEach(send);
        List<String> changed = new ArrayList<>(hidden.seen(operations, which));
        changed.removeAll(before);
        changed.forEach(answer -> wrong.add("Changed: " + answer));
    }

    private Api.Got judge(Api api, Example example, String... expected) {
        Api.Got got =
                api.send(
                        example.operation().method(),
                        example.path(),
                        example.body(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        String status = (got.status() + " " + (got.status() < 400 ? "" : got.code())).strip();
        if (!List.of(expected).contains(status)) {
            wrong.add(
                    "%s: %s instead of %s: %s".formatted(example, status, expected[0], got.text()));
        }
        return got;
    }

    /** What the caller said itself tells it nothing. */
    private void conceals(Example example, Api.Got got, Set<String> marks) {
        for (String mark : marks) {
            if (!example.said().contains(mark) && got.text().contains(mark)) {
                wrong.add("%s shows %s: %s".formatted(example, mark, got.text()));
            }
        }
    }
}
