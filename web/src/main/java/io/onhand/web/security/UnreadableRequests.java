package io.onhand.web.security;

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
public class UnreadableRequests {

    private final Bearers bearers;
    private final ProblemAnswers answers;

    UnreadableRequests(Bearers bearers, ProblemAnswers answers) {
        this.bearers = bearers;
        this.answers = answers;
    }

    /** Whether a request is meant for the API, as far as its path can be read. */
    static boolean isForApi(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path != null && (path.startsWith("/api/v1") || path.startsWith("/demo/clock"));
    }

    /** Says that it cannot be read; to whoever shows no good key, no more than anywhere else. */
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForApi(request) && bearers.find(request).isEmpty()) {
            unknown(request, response, answers);
        } else {
            answers.write(
                    request,
                    response,
                    new Refusal(ProblemCode.MALFORMED, "The request cannot be read."));
        }
    }

    /** What to show, and whether what was shown is no good. */
    public static String challenge(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? "Bearer realm=\"onhand\""
                : "Bearer realm=\"onhand\", error=\"invalid_token\"";
    }

    /** Asks for a key or a token. */
    static void unknown(
            HttpServletRequest request, HttpServletResponse response, ProblemAnswers answers)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
        answers.write(
                request,
                response,
                new Refusal(
                        ProblemCode.UNAUTHENTICATED,
                        "Send a valid API key or access token as Authorization: Bearer <key>."));
    }
}
