package io.onhand.web.demo;

import io.onhand.live.LevelChange;
import io.onhand.live.LiveHub;
import io.onhand.live.TooManyWatchers;
import io.onhand.live.Watcher;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changes in the shops, as server-sent events: {@code hello} at first, {@code levels} with the
 * new numbers, {@code ping} when nothing happens. Who hears {@code hello} reads the page again and
 * then applies what has a greater version.
 */
@Controller
@OnDemo
class LiveController {

    static final Duration PING_EVERY = Duration.ofSeconds(10);

    /** At most one frame in this time; of a level the newest numbers are in it. */
    static final Duration FRAME_GAP = Duration.ofMillis(100);

    private static final int LOCATIONS_MAX = 100;

    private final TeaShops shops;
    private final LocationQueries locations;
    private final LiveHub hub;
    private final JsonMapper json;

    LiveController(TeaShops shops, LocationQueries locations, LiveHub hub, JsonMapper json) {
        this.shops = shops;
        this.locations = locations;
        this.hub = hub;
        this.json = json;
    }

    private record Frame(List<LevelChange> levels) {}

    @GetMapping("/demo/live")
    void live(HttpServletResponse response) throws IOException, InterruptedException {
        Set<String> codes =
                shops.read(() -> locations.page("", null, LOCATIONS_MAX)).stream()
                        .map(Location::code)
                        .collect(Collectors.toSet());
        try (Watcher watcher = hub.watch(shops.tenant(), codes)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            follow(watcher, response.getOutputStream());
        } catch (TooManyWatchers e) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void follow(Watcher watcher, OutputStream out)
            throws IOException, InterruptedException {
        send(out, "retry: 2000\nevent: hello\ndata: {}\n\n");
        while (watcher.isOpen()) {
            var changes = watcher.await(PING_EVERY);
            if (changes.isEmpty()) {
                send(out, "event: ping\ndata: {}\n\n");
            } else {
                String frame = json.writeValueAsString(new Frame(changes));
                send(out, "event: levels\ndata: " + frame + "\n\n");
                Thread.sleep(FRAME_GAP);
            }
        }
    }

    /** Fails once the other side is gone, which ends the request. */
    private static void send(OutputStream out, String event) throws IOException {
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
