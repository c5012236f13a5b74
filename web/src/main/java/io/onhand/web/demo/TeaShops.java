package io.onhand.web.demo;

import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The tenant whose stock everybody may look at, and nothing but look at. */
@Component
@OnDemo
class TeaShops {

    private final Tenants tenants;

    TeaShops(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Reads something of the tea shops. */
    <T> T read(Supplier<T> work) {
        return CurrentTenant.read(tenant(), work);
    }

    TenantId tenant() {
        return tenants.find(Retailer.LEAF_AND_KETTLE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
    }
}
