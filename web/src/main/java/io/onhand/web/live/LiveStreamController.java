package io.onhand.web.live;

import io.onhand.web.api.ProblemAnswers;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.UnreadableRequests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Live changes for whom a WebSocket does not suit. */
@Controller
class LiveStreamController {

    private final LiveDoor door;
    private final LiveStreams streams;
    private final ProblemAnswers answers;

    LiveStreamController(LiveDoor door, LiveStreams streams, ProblemAnswers answers) {
        this.door = door;
        this.streams = streams;
        this.answers = answers;
    }

    @GetMapping("/live/sse")
    void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String[] topics = request.getParameterValues("topic");
            streams.serve(
                    door.enter(request, false),
                    topics == null ? List.of() : List.of(topics),
                    request,
                    response);
        } catch (Refusal refusal) {
            if (refusal.code() == ProblemCode.UNAUTHENTICATED) {
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE, UnreadableRequests.challenge(request));
            }
            answers.write(request, response, refusal);
        }
    }
}
