package io.onhand.web.api;

import java.util.Locale;

/** Why a request is refused. The word is stable; programs decide by it. */
public enum ProblemCode {
    MALFORMED(400, "The request cannot be read"),
    INVALID_CURSOR(400, "The cursor does not belong to this list"),
    IDEMPOTENCY_KEY_MISSING(400, "The header Idempotency-Key is missing"),
    UNAUTHENTICATED(401, "No valid credentials"),
    BAD_SIGNATURE(401, "The signature is not the sender's"),
    FORBIDDEN(403, "The right for this is missing"),
    LOCATION_NOT_ALLOWED(403, "The location lies outside the caller's limit"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This path does not take that method"),
    NOT_ACCEPTABLE(406, "The answer has no such media type"),
    NOT_ENOUGH_STOCK(409, "There is not enough stock to promise"),
    VERSION_CONFLICT(409, "Somebody else changed it first"),
    ALREADY_EXISTS(409, "It exists already"),
    WRONG_STATE(409, "Its state does not allow this"),
    REQUEST_IN_PROGRESS(409, "The same request is being worked on"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has an unknown media type"),
    INVALID(422, "The request cannot be done as it is"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another body"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    QUEUE_FULL(429, "Too much is waiting already"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Not available for the moment");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A sentence that is the same for every problem of this code. */
    public String title() {
        return title;
    }

    /** The word in answers: {@code not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ProblemCode ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
