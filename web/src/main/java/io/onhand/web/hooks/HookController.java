package io.onhand.web.hooks;

import io.onhand.channels.Hook;
import io.onhand.inbox.HookMessage;
import io.onhand.inbox.Inbox;
import io.onhand.inbox.Reception;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.start.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes messages, whatever their media type. They are looked into later. */
@RestController
class HookController {

    private final Inbox inbox;
    private final MessageBodies bodies;
    private final PublicUrl url;

    HookController(Inbox inbox, MessageBodies bodies, PublicUrl url) {
        this.inbox = inbox;
        this.bodies = bodies;
        this.url = url;
    }

    @PostMapping("/hooks/{key}")
    ResponseEntity<Void> receive(@PathVariable String key, HttpServletRequest request) {
        Hook hook =
                inbox.find(key)
                        .orElseThrow(
                                () -> Refusal.notFound("There is no connection at this address."));
        var message =
                new HookMessage(
                        headers(request),
                        bodies.read(request),
                        request.getRemoteAddr(),
                        url.value() + "/hooks/" + key);
        return switch (inbox.receive(hook, message)) {
            case Reception.Kept() -> ResponseEntity.ok().build();
            case Reception.BadSignature(var reason) ->
                    throw new Refusal(
                            ProblemCode.BAD_SIGNATURE, "The signature is wrong: " + reason + ".");
            case Reception.NotNow(var after) ->
                    throw Refusal.later(
                            ProblemCode.UNAVAILABLE,
                            "The message could not be kept; send it again.",
                            after);
        };
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(
                    name.toLowerCase(Locale.ROOT),
                    String.join(",", Collections.list(request.getHeaders(name))));
        }
        return headers;
    }
}
