package io.onhand.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.onhand.tenancy.TenantId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PluginLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(PluginLog.class);
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();
    private final Installation installation =
            new Installation(new TenantId(UUID.randomUUID()), UUID.randomUUID(), "till", Map.of());
    private final PluginLog log = new PluginLog(installation, "poll");

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        kept.start();
        logger.addAppender(kept);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(kept);
        logger.setLevel(null);
    }

    @Test
    void aLineSaysWhoseItIs() {
        log.warn("The vendor speaks in riddles.");
        assertThat(kept.list).hasSize(1);
        assertThat(kept.list.getFirst().getLevel()).isEqualTo(Level.WARN);
        assertThat(kept.list.getFirst().getFormattedMessage())
                .isEqualTo(
                        "till of connection %s, poll: The vendor speaks in riddles."
                                .formatted(installation.connection()));
    }

    @Test
    void aLineIsOneLineOfBoundedLength() {
        log.note("a\r\nb\u0085c {} " + "x".repeat(2_000));
        assertThat(kept.list.getFirst().getFormattedMessage())
                .contains("a  b c {} xxx")
                .hasSizeLessThan(PluginLog.SENTENCE_LENGTH_MAX + 100);
    }

    @Test
    void whoSaysTooMuchInOneCallIsCutShort() {
        for (int i = 0; i < 1_000; i++) {
            log.note("again");
        }
        assertThat(kept.list).hasSize(PluginLog.LINES_MAX + 1);
        assertThat(kept.list.getLast().getFormattedMessage()).contains("more than is kept");
    }
}
