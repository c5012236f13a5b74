package io.onhand.plugins;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The way to a plugin's vendor, or to the server that is asked in its place. */
@Component
class VendorRoad {

    private final VendorAddresses addresses;
    private final VendorClient vendors;
    private final VendorClient replaced;

    VendorRoad(
            VendorAddresses addresses,
            @Qualifier("vendorClient") VendorClient vendors,
            @Qualifier("replacedClient") VendorClient replaced) {
        this.addresses = addresses;
        this.vendors = vendors;
        this.replaced = replaced;
    }

    /**
     * The way that one ask takes; found once, so that no vendor's name is ever looked up by the
     * client that may go inside.
     */
    record Way(URI address, VendorClient client) {

        VendorClient.Received send(VendorRequest request, Duration longest) throws IOException {
            return client.send(request, longest);
        }
    }

    /** The way to what a plugin calls by this address. */
    Way to(String plugin, VendorUrl wanted) {
        Optional<URI> instead = addresses.instead(plugin);
        return instead.isPresent()
                ? new Way(URI.create(instead.get() + wanted.path()), replaced)
                : new Way(URI.create("https://" + wanted.host() + wanted.path()), vendors);
    }
}
