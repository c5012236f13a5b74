package io.onhand.web.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends as server-sent events, by the thread of the request. */
final class StreamLine implements Line {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String RETRY = "retry: 2000\n\n";

    private final Outgoing outgoing;
    private final OutputStream out;
    private final Thread thread = Thread.currentThread();
    private volatile boolean writing;

    StreamLine(Outgoing outgoing, OutputStream out) {
        this.outgoing = outgoing;
        this.out = out;
    }

    /** The queue wakes the thread itself. */
    @Override
    public void wake() {}

    @Override
    public void abandon() {
        if (writing) {
            thread.interrupt();
        }
    }

    /** Sends until the connection ends; fails when the other side is gone. */
    void run() throws IOException, InterruptedException {
        write(RETRY);
        out.flush();
        while (outgoing.farewell() == null) {
            outgoing.await(PATIENCE);
            for (Message next = outgoing.poll(); next != null; next = outgoing.poll()) {
                write(event(next));
            }
            flush();
        }
        Farewell farewell = outgoing.farewell();
        if (farewell != null) {
            write("retry: " + farewell.retryAfter().toMillis() + "\n");
            write(event(Message.close(farewell)));
            out.flush();
        }
    }

    private static String event(Message message) {
        String id = message.id() == null ? "" : "id: " + message.id() + "\n";
        return id + "data: " + message.json() + "\n\n";
    }

    private void flush() throws IOException {
        writing = true;
        try {
            out.flush();
        } finally {
            writing = false;
        }
    }

    private void write(String text) throws IOException {
        writing = true;
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } finally {
            writing = false;
        }
    }
}
