package io.onhand.web.hooks;

import io.onhand.inbox.HookMessage;
import io.onhand.tenancy.MachineClock;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads raw bodies: no more than may be kept, and not for ever. */
@Component
class MessageBodies {

    /** How long a sender may take for its body. */
    static final Duration TIME_MAX = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int PIECE = 16 * 1024;

    private final MachineClock clock;

    MessageBodies(MachineClock clock) {
        this.clock = clock;
    }

    /**
     * The whole body.
     *
     * @throws Refusal {@code too-large} as soon as that is known, {@code unavailable} when it did
     *     not come in time: its sender may well be right, and is to send it again
     */
    byte[] read(HttpServletRequest request) {
        if (request.getContentLengthLong() > HookMessage.BODY_BYTES_MAX) {
            throw tooLarge();
        }
        try {
            return read(request.getInputStream());
        } catch (IOException e) {
            // an answer for a sender that is gone does no harm; one that is slow must not get 200
            throw tooSlow();
        }
    }

    private byte[] read(InputStream input) throws IOException {
        Instant end = clock.now().plus(TIME_MAX);
        var body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > HookMessage.BODY_BYTES_MAX) {
                throw tooLarge();
            }
            if (clock.now().isAfter(end)) {
                throw tooSlow();
            }
        }
        return body.toByteArray();
    }

    private static Refusal tooSlow() {
        return Refusal.later(
                ProblemCode.UNAVAILABLE, "The body did not come in time; send it again.", PAUSE);
    }

    private static Refusal tooLarge() {
        return new Refusal(ProblemCode.TOO_LARGE, "A message holds at most 1 MiB.");
    }
}
