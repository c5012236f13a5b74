package io.onhand.web.demo;

import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.web.api.ProblemAnswers;
import io.onhand.web.api.Refusal;
import io.onhand.web.live.LiveStreams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What changes in the shops, for everybody: the topics of all of them. */
@Controller
@OnDemo
class LiveController {

    private static final int LOCATIONS_MAX = 100;

    private final TeaShops shops;
    private final LocationQueries locations;
    private final Onlookers onlookers;
    private final LiveStreams streams;
    private final ProblemAnswers answers;

    LiveController(
            TeaShops shops,
            LocationQueries locations,
            Onlookers onlookers,
            LiveStreams streams,
            ProblemAnswers answers) {
        this.shops = shops;
        this.locations = locations;
        this.onlookers = onlookers;
        this.streams = streams;
        this.answers = answers;
    }

    @GetMapping("/demo/live")
    void live(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> topics =
                shops.read(() -> locations.page("", null, LOCATIONS_MAX)).stream()
                        .map(Location::code)
                        .map(code -> "stock:" + code)
                        .toList();
        try {
            streams.serve(onlookers.visitor(), topics, request, response);
        } catch (Refusal refusal) {
            answers.write(request, response, refusal);
        }
    }
}
