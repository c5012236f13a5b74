package io.onhand.web.live;

import io.onhand.live.LiveHub;
import io.onhand.live.Position;
import io.onhand.live.Topics;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Serves topics as server-sent events. */
@Component
public class LiveStreams {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final LiveHub hub;
    private final Topics topics;
    private final LiveDoor door;
    private final LiveClients clients;

    LiveStreams(LiveHub hub, Topics topics, LiveDoor door, LiveClients clients) {
        this.hub = hub;
        this.topics = topics;
        this.door = door;
        this.clients = clients;
    }

    /**
     * Sends what changes in the topics until one of the two sides ends it. A client that comes back
     * names one topic and its position; the others are reset, since theirs are not known.
     *
     * @param names of topics, all of which the visitor must be allowed to follow
     * @throws Refusal for a topic that is not allowed or not there, or when there is no room
     */
    public void serve(
            Visitor visitor,
            List<String> names,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<String> all = new LinkedHashSet<>(names);
        if (all.isEmpty() || all.size() > LiveConnection.TOPICS_MAX) {
            throw new Refusal(
                    ProblemCode.MALFORMED,
                    "Name 1 to %d topics.".formatted(LiveConnection.TOPICS_MAX));
        }
        all.forEach(name -> check(visitor, name));
        door.admit(visitor);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        follow(visitor, all, lastEventId(request), response);
    }

    private void check(Visitor visitor, String name) {
        if (topics.find(visitor.caller(), name) instanceof Topics.Found.Closed(var code)) {
            throw code.equals("location-not-allowed")
                    ? new Refusal(
                            ProblemCode.LOCATION_NOT_ALLOWED,
                            "The topic " + name + " lies outside the caller's limit.")
                    : Refusal.notFound("There is no topic " + name + ".");
        }
    }

    private void follow(
            Visitor visitor, Set<String> names, @Nullable String last, HttpServletResponse response)
            throws IOException {
        var outgoing = new Outgoing();
        var line = new StreamLine(outgoing, response.getOutputStream());
        var connection = new LiveConnection(visitor, hub, topics, line, outgoing);
        clients.add(connection);
        try {
            names.forEach(name -> connection.subscribe(name, from(name, last)));
            line.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(connection);
        }
    }

    /** The id of the last event, as UTF-8: the server reads headers as Latin-1. */
    private static @Nullable String lastEventId(HttpServletRequest request) {
        String header = request.getHeader(LAST_EVENT_ID);
        return header == null || header.isEmpty()
                ? null
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static @Nullable Position from(String name, @Nullable String last) {
        if (last == null) {
            return null;
        }
        String prefix = name + "@";
        int dot = last.lastIndexOf('.');
        if (!last.startsWith(prefix) || dot < prefix.length()) {
            return new Position("", -1);
        }
        try {
            return new Position(
                    last.substring(prefix.length(), dot), Long.parseLong(last.substring(dot + 1)));
        } catch (NumberFormatException e) {
            return new Position("", -1);
        }
    }
}
