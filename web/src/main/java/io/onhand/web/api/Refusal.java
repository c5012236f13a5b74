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
        this(code, detail, faults, null);
    }

    private Refusal(
            ProblemCode code, String detail, List<Fault> faults, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
        this.retryAfter = retryAfter;
    }

    /** What is named does not exist, or belongs to somebody else, which looks the same. */
    public static Refusal notFound(String detail) {
        return new Refusal(ProblemCode.NOT_FOUND, detail);
    }

    /** Refuses for now: the same request may be sent again after this time. */
    public static Refusal later(ProblemCode code, String detail, Duration retryAfter) {
        return new Refusal(code, detail, List.of(), retryAfter);
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
