package io.onhand.plugins;

import io.onhand.plugin.Log;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a plugin says during one call. A plugin never sees a secret, so that it cannot tell one; and
 * however much it says, the log is not flooded.
 */
final class PluginLog implements Log {

    static final int SENTENCE_LENGTH_MAX = 500;
    static final int LINES_MAX = 20;

    private static final Logger log = LoggerFactory.getLogger(PluginLog.class);

    private final AtomicInteger lines = new AtomicInteger();
    private final String who;

    /**
     * The log of one call.
     *
     * @param call its name
     */
    PluginLog(Installation installation, String call) {
        this.who =
                "%s of connection %s, %s"
                        .formatted(installation.plugin(), installation.connection(), call);
    }

    @Override
    public void note(String sentence) {
        write(sentence, log::info);
    }

    @Override
    public void warn(String sentence) {
        write(sentence, log::warn);
    }

    private void write(String sentence, Consumer<String> level) {
        int line = lines.incrementAndGet();
        if (line <= LINES_MAX) {
            level.accept(who + ": " + shown(sentence));
        } else if (line == LINES_MAX + 1) {
            level.accept(who + ": it says more than is kept.");
        }
    }

    /** On one line, so that nobody writes lines that look like ours. */
    private static String shown(String sentence) {
        String cut =
                sentence.length() > SENTENCE_LENGTH_MAX
                        ? sentence.substring(0, SENTENCE_LENGTH_MAX)
                        : sentence;
        return cut.replaceAll("\\p{Cc}|\\p{Cs}|[\\u2028\\u2029]", " ");
    }
}
