package io.onhand.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.inbox.Signatures.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1614265330;
    private static final String PUBLISHED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void thePublishedVectorIsRight() {
        assertThat(check(PUBLISHED, TIME)).isEqualTo(new Verdict.Right(ID));
    }

    @Test
    void oneOfSeveralSignaturesSuffices() {
        assertThat(check("v1,v1AAAA== v1a,AAAA " + PUBLISHED, TIME))
                .isEqualTo(new Verdict.Right(ID));
        assertThat(check("v1,v1AAAA==," + PUBLISHED, TIME)).isEqualTo(new Verdict.Right(ID));
    }

    @Test
    void anotherSignatureOrTimeIsWrong() {
        assertThat(check("v1,v1AAAA==", TIME)).isInstanceOf(Verdict.Wrong.class);
        assertThat(check(PUBLISHED, TIME + 301)).isInstanceOf(Verdict.Wrong.class);
    }

    private static Verdict check(String signature, long now) {
        var headers =
                Map.of(
                        "webhook-id", ID,
                        "webhook-timestamp", String.valueOf(TIME),
                        "webhook-signature", signature);
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        return StandardWebhooks.check(
                SECRET, new HookMessage(headers, body, "-", "-"), Instant.ofEpochSecond(now));
    }
}
