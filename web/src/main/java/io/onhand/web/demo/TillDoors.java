package io.onhand.web.demo;

import io.onhand.web.api.Fault;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doors of the program that runs the tills, when it is another one. */
@Component
@OnDemo
class TillDoors {

    static final String SALES = "/demo/till/sales";
    static final String REFUNDS = "/demo/till/refunds";
    static final String COUNTS = "/demo/till/counts";
    static final String STATE = "/demo/till/state";
    static final String IMPOSSIBLE = "The till cannot do this.";

    /** On what one program asks of another; that one does it or refuses, and asks no further. */
    static final String HANDED_ON = "Onhand-Handed-On";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final StandIns standIns;
    private final JsonMapper json;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    TillDoors(StandIns standIns, JsonMapper json) {
        this.standIns = standIns;
        this.json = json;
    }

    /** Asks for a state. */
    TillState state(String path, Map<String, ?> body) {
        return json.treeToValue(post(path, body), TillState.class);
    }

    /** Has the program that runs the tills do something; its answer. */
    JsonNode post(String path, Map<String, ?> body) {
        if (isHandedOn()) {
            throw later();
        }
        URI door = standIns.elsewhere().orElseThrow(TillDoors::later);
        var request =
                HttpRequest.newBuilder(door.resolve(path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header(HANDED_ON, "true")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return json.readTree(answer.body());
            }
            if (answer.statusCode() / 100 == 4) {
                throw refused(json.readTree(answer.body()));
            }
        } catch (JacksonException e) {
            throw new Refusal(ProblemCode.INVALID, IMPOSSIBLE);
        } catch (IOException e) {
            // said below: the other program is about to be followed by this one
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw later();
    }

    /** The refusal of the other program, with what it found. */
    private static Refusal refused(JsonNode problem) {
        List<Fault> faults = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            faults.add(
                    new Fault(
                            error.path("pointer").asString(""),
                            error.path("code").asString(""),
                            error.path("detail").asString("")));
        }
        return new Refusal(
                ProblemCode.INVALID, problem.path("detail").asString(IMPOSSIBLE), faults);
    }

    private static boolean isHandedOn() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getRequest().getHeader(HANDED_ON) != null;
    }

    /** Refuses for the moment between two programs that run the tills. */
    static Refusal later() {
        return Refusal.later(ProblemCode.UNAVAILABLE, "The tills are being opened.", PAUSE);
    }
}
