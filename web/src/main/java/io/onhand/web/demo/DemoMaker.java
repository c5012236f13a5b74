package io.onhand.web.demo;

import io.onhand.tenancy.Act;
import io.onhand.tenancy.BusinessClock;
import io.onhand.tenancy.CurrentTenant;
import io.onhand.tenancy.Region;
import io.onhand.tenancy.TenantId;
import io.onhand.tenancy.Tenants;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Makes retailers through the same doors as everybody: places, articles, a month of events, keys.
 */
@Component
@OnDemo
class DemoMaker {

    private final Tenants tenants;
    private final DemoShelves shelves;
    private final DemoPost post;
    private final DemoKeys keys;
    private final DemoPeople people;
    private final TillSetUp tills;
    private final BusinessClock clock;

    DemoMaker(
            Tenants tenants,
            DemoShelves shelves,
            DemoPost post,
            DemoKeys keys,
            DemoPeople people,
            TillSetUp tills,
            BusinessClock clock) {
        this.tenants = tenants;
        this.shelves = shelves;
        this.post = post;
        this.keys = keys;
        this.people = people;
        this.tills = tills;
        this.clock = clock;
    }

    /**
     * Makes all of the world that is not there yet.
     *
     * @param step run between steps, so that the caller can keep its lease
     */
    void make(Runnable step) {
        make(Retailer.leafAndKettle(), DemoKey.LEAF, step);
        make(Retailer.northBikes(), List.of(DemoKey.LAST), step);
    }

    private void make(Retailer retailer, List<DemoKey> wanted, Runnable step) {
        TenantId tenant = tenants.create(retailer.code(), retailer.name(), Region.HOME);
        var today = clock.now().atOffset(ZoneOffset.UTC).toLocalDate();
        CurrentTenant.run(
                tenant,
                Act.ofJob("demo-world", retailer.code()),
                () -> {
                    shelves.make(retailer);
                    step.run();
                    post.send(retailer, History.of(retailer, today), step);
                    if (retailer.code().equals(Retailer.LEAF_AND_KETTLE)) {
                        tills.connect(retailer);
                    }
                    people.make(retailer.code());
                    wanted.forEach(keys::make);
                });
    }
}
