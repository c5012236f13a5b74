package io.onhand.web.api;

import io.onhand.database.Outage;
import io.onhand.stock.LedgerUnavailable;
import io.onhand.stock.QueueFull;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;

/** The one place that answers whatever went wrong in a handler. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(1);
    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);

    private final ProblemAnswers answers;

    ProblemAdvice(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refusal refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        if (refusal.replayed()) {
            headers.set(AnswerAdvice.REPLAYED, "true");
        }
        if (refusal.isKept()) {
            AskedArgument.find(request).ifPresent(asked -> keep(asked, refusal, request));
        }
        return answers.entity(request, refusal, headers);
    }

    /** The request is refused whether that can be kept or not. */
    private static void keep(Asked asked, Refusal refusal, HttpServletRequest request) {
        try {
            asked.keep(Problem.of(refusal, request.getRequestURI()));
        } catch (RuntimeException e) {
            log.warn("A refusal at {} could not be kept", request.getRequestURI(), e);
        }
    }

    @ExceptionHandler
    ResponseEntity<Problem> crowded(QueueFull full, HttpServletRequest request) {
        return refused(
                Refusal.later(
                        ProblemCode.QUEUE_FULL,
                        "The tenant has too much waiting; nothing of this request was posted.",
                        QUEUE_PAUSE),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unavailable(LedgerUnavailable outage, HttpServletRequest request) {
        log.warn("The ledger did not take a request to {}", request.getRequestURI(), outage);
        return refused(outage(), request);
    }

    /** The caller went away; there is nobody to answer. */
    @ExceptionHandler
    @Nullable ResponseEntity<Problem> gone(IOException cause) {
        log.debug("A caller went away", cause);
        return null;
    }

    @ExceptionHandler
    ResponseEntity<Problem> other(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof HttpMessageNotReadableException
                || thrown instanceof MethodArgumentTypeMismatchException
                || thrown instanceof RequestRejectedException) {
            return refused(malformed(), request);
        }
        if (thrown instanceof ErrorResponse known) {
            return answers.entity(request, ofSpring(known, request), known.getHeaders());
        }
        if (Outage.causes(thrown)) {
            log.warn("The database did not answer {}", request.getRequestURI(), thrown);
            return refused(outage(), request);
        }
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("Bug {} at {}", reference, request.getRequestURI(), thrown);
        return refused(
                new Refusal(ProblemCode.INTERNAL_ERROR, "Reference " + reference + "."), request);
    }

    private static Refusal ofSpring(ErrorResponse known, HttpServletRequest request) {
        return switch (known.getStatusCode().value()) {
            case 404 -> noSuchPath();
            case 405 -> isMapped(request) ? wrongMethod(request) : noSuchPath();
            case 406 -> new Refusal(ProblemCode.NOT_ACCEPTABLE, "Answers are application/json.");
            case 413 -> new Refusal(ProblemCode.TOO_LARGE, "The body is too large.");
            case 415 -> unsupportedMediaType();
            default -> malformed();
        };
    }

    /** Whether a handler of ours has this path; static files answer every path that none has. */
    private static boolean isMapped(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null || !"/**".equals(pattern.toString());
    }

    private static Refusal noSuchPath() {
        return Refusal.notFound("Nothing is at this address.");
    }

    private static Refusal wrongMethod(HttpServletRequest request) {
        return new Refusal(
                ProblemCode.METHOD_NOT_ALLOWED,
                "This path does not take " + request.getMethod() + ".");
    }

    static Refusal unsupportedMediaType() {
        return new Refusal(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
    }

    private static Refusal malformed() {
        return new Refusal(ProblemCode.MALFORMED, "The request cannot be read.");
    }

    private static Refusal outage() {
        return Refusal.later(
                ProblemCode.UNAVAILABLE,
                "The database does not answer for the moment; send the same request again.",
                OUTAGE_PAUSE);
    }
}
