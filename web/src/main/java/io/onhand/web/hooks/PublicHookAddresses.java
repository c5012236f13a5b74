package io.onhand.web.hooks;

import io.onhand.admin.connections.HookAddresses;
import io.onhand.channels.HookKey;
import io.onhand.web.start.PublicUrl;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Hooks at the address by which the world knows this installation. */
@Component
class PublicHookAddresses implements HookAddresses {

    private final PublicUrl url;

    PublicHookAddresses(PublicUrl url) {
        this.url = url;
    }

    @Override
    public String of(HookKey key) {
        return url.value()
                + "/hooks/"
                + UriUtils.encodePathSegment(key.text(), StandardCharsets.UTF_8);
    }

    @Override
    public String page(String path) {
        return url.value() + path;
    }
}
