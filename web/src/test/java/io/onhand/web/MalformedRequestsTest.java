package io.onhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, nothing breaks, and each answer is one that the document names. */
@WebTest
class MalformedRequestsTest {

    private static final long SEED = 20_261_125;
    private static final int REQUESTS = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    /** How an address may be refused that leads to no operation, or not to this one. */
    private static final Set<Integer> ELSEWHERE = Set.of(400, 401, 404, 405);

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    @Test
    void nothingThatIsSentBreaksIt() {
        var hidden = HiddenParis.open(program, port);
        String key = hidden.shop().key(Role.OWNER);
        List<Operation> operations = Operation.all(port);
        var mutations = new Mutations(SEED);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = operations.get(i % operations.size());
            List<Example> examples = hidden.examples(List.of(operation));
            Sent sent = mutations.worse(examples, key);
            HttpResponse<String> got = sent.to(port);
            boolean elsewhere =
                    !sent.pathAlone().equals(Sent.pathAlone(examples.getFirst().path()));
            Set<Integer> documented = documented(sent.method(), operation, operations, elsewhere);
            if (!documented.contains(got.statusCode()) || !isComplete(sent, got)) {
                wrong.add("%d: %s\n -> %s %s".formatted(i, sent, got, got.body()));
            }
        }
        assertThat(wrong).as("seed %d", SEED).isEmpty();
    }

    private static Set<Integer> documented(
            String method, Operation operation, List<Operation> operations, boolean elsewhere) {
        String described = method.equals("HEAD") ? "GET" : method;
        Set<Integer> statuses =
                operations.stream()
                        .filter(o -> o.path().equals(operation.path()))
                        .filter(o -> o.method().equals(described))
                        .map(o -> new HashSet<>(o.statuses()))
                        .findFirst()
                        .orElseGet(() -> new HashSet<>(undescribed(method)));
        if (elsewhere) {
            statuses.addAll(ELSEWHERE);
        }
        // nothing is out of order here, so that nothing may be unavailable
        statuses.removeIf(status -> status >= 500);
        return statuses;
    }

    private static Set<Integer> undescribed(String method) {
        return method.equals("OPTIONS") ? Set.of(200, 400, 401) : Set.of(400, 401, 405);
    }

    /** A refusal says why in the words of the document, and what its status promises besides. */
    private static boolean isComplete(Sent sent, HttpResponse<String> got) {
        int status = got.statusCode();
        boolean told =
                switch (status) {
                    case 401 -> got.headers().firstValue("WWW-Authenticate").isPresent();
                    case 405 -> got.headers().firstValue("Allow").isPresent();
                    case 429 -> got.headers().firstValue("Retry-After").isPresent();
                    default -> true;
                };
        return told && (status < 400 || isProblem(sent, got));
    }

    private static boolean isProblem(Sent sent, HttpResponse<String> got) {
        String type = got.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = JSON.readTree(got.body());
            return sent.method().equals("HEAD")
                    || problem.path("status").asInt() == got.statusCode()
                            && !problem.path("code").asString("").isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }
}
