package io.onhand.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns refusals into answers, for handlers and for what stands before them. */
@Component
public class ProblemAnswers {

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    /** Answers from a filter, where no handler will. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        ResponseEntity<Problem> answer = entity(request, refusal, new HttpHeaders());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders()
                .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    ResponseEntity<Problem> entity(
            HttpServletRequest request, Refusal refusal, HttpHeaders headers) {
        var all = new HttpHeaders();
        all.putAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        Duration after = refusal.retryAfter();
        if (after != null) {
            all.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, after.toSeconds())));
        }
        return ResponseEntity.status(refusal.code().status())
                .headers(all)
                .body(Problem.of(refusal, request.getRequestURI()));
    }
}
