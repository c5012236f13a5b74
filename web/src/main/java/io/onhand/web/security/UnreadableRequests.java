package io.onhand.web.security;

import io.onhand.identity.ApiKeys;
import io.onhand.web.api.ProblemAnswers;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Answers requests to the API that are refused before a handler is looked for: by Tomcat, which
 * cannot read their path, or by the firewall, which will not.
 */
@Component
class UnreadableRequests {

    private final ApiKeys keys;
    private final ProblemAnswers answers;

    UnreadableRequests(ApiKeys keys, ProblemAnswers answers) {
        this.keys = keys;
        this.answers = answers;
    }

    /** Whether a request is meant for the API, as far as its path can be read. */
    static boolean isForApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path != null && (path.startsWith("/api/v1") || path.startsWith("/demo/clock"));
    }

    /** Says that it cannot be read; to whoever shows no good key, no more than anywhere else. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForApi(request) && CallerFilter.caller(request, keys).isEmpty()) {
            unknown(request, response, answers);
        } else {
            answers.write(
                    request,
                    response,
                    new Refusal(ProblemCode.MALFORMED, "The request cannot be read."));
        }
    }

    /** Asks for a key. */
    static void unknown(
            HttpServletRequest request, HttpServletResponse response, ProblemAnswers answers)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"onhand\"");
        answers.write(
                request,
                response,
                new Refusal(
                        ProblemCode.UNAUTHENTICATED,
                        "Send a valid API key as Authorization: Bearer <key>."));
    }
}
