package io.onhand.web.api;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is not done; answered as a problem. Nothing of it may have been kept. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Fault> faults;
    private final @Nullable Duration retryAfter;
    private final boolean replayed;

    /**
     * Refuses.
     *
     * @param detail a sentence for people about this request
     */
    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /** Refuses and names each fault. */
    public Refusal(ProblemCode code, String detail, List<Fault> faults) {
        this(code, detail, faults, null, false);
    }

    private Refusal(
            ProblemCode code,
            String detail,
            List<Fault> faults,
            @Nullable Duration retryAfter,
            boolean replayed) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
        this.replayed = replayed;
    }

    /** What is named does not exist, or belongs to somebody else, which looks the same. */
    public static Refusal notFound(String detail) {
        return new Refusal(ProblemCode.NOT_FOUND, detail);
    }

    /** Refuses for now: the same request may be sent again after this time. */
    public static Refusal later(ProblemCode code, String detail, Duration retryAfter) {
        return new Refusal(code, detail, List.of(), retryAfter, false);
    }

    /** Refuses as the same request was refused before. */
    static Refusal again(Problem kept) {
        return new Refusal(
                ProblemCode.ofWord(kept.code()),
                kept.detail(),
                kept.errors() == null ? List.of() : kept.errors(),
                null,
                true);
    }

    /** Whether the same request was refused before. */
    boolean replayed() {
        return replayed;
    }

    /** Whether the same request would be refused again, so that the refusal is worth keeping. */
    boolean isKept() {
        return switch (code) {
            case NOT_ENOUGH_STOCK, VERSION_CONFLICT, ALREADY_EXISTS, WRONG_STATE, INVALID ->
                    !replayed;
            case MALFORMED,
                    INVALID_CURSOR,
                    IDEMPOTENCY_KEY_MISSING,
                    UNAUTHENTICATED,
                    BAD_SIGNATURE,
                    FORBIDDEN,
                    LOCATION_NOT_ALLOWED,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REQUEST_IN_PROGRESS,
                    TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    IDEMPOTENCY_KEY_REUSED,
                    TOO_MANY_REQUESTS,
                    QUEUE_FULL,
                    INTERNAL_ERROR,
                    UNAVAILABLE ->
                    false;
        };
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Fault> faults() {
        return faults;
    }

    /** When to try again; null if that does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
