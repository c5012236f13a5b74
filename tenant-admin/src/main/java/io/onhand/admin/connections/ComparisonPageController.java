package io.onhand.admin.connections;

import io.onhand.admin.ui.PageNeeds;
import io.onhand.admin.ui.ShopClock;
import io.onhand.admin.ui.Visitor;
import io.onhand.channels.ConnectionDetails;
import io.onhand.identity.Permission;
import io.onhand.locations.Location;
import io.onhand.locations.LocationQueries;
import io.onhand.sync.Difference;
import io.onhand.sync.ReconciliationReport;
import io.onhand.sync.Reconciliations;
import io.onhand.tenancy.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a till shows beside what we show, and what an observed connection would have done. */
@Controller
class ComparisonPageController {

    private static final String PATH = VisibleConnections.PATH + "/{code}/comparison";

    private final VisibleConnections visible;
    private final Reconciliations reconciliations;
    private final LocationQueries locations;
    private final ShopClock shopClock;
    private final BusinessClock clock;

    ComparisonPageController(
            VisibleConnections visible,
            Reconciliations reconciliations,
            LocationQueries locations,
            ShopClock shopClock,
            BusinessClock clock) {
        this.visible = visible;
        this.reconciliations = reconciliations;
        this.locations = locations;
        this.shopClock = shopClock;
        this.clock = clock;
    }

    /** The last comparison. */
    @GetMapping(PATH)
    @PageNeeds(Permission.READ_CONNECTIONS)
    String comparison(@PathVariable String code, Visitor visitor, Model model) {
        return page(visible.get(code, visitor), null, visitor, model);
    }

    /**
     * Compares now, and waits for it. What was not done changes nothing: the answer is the page.
     */
    @PostMapping(PATH)
    @PageNeeds(Permission.WRITE_CONNECTIONS)
    String compare(@PathVariable String code, Visitor visitor, Model model) {
        ConnectionDetails details = visible.get(code, visitor);
        ReconciliationReport report = reconciliations.run(details.connection());
        boolean kept =
                report.failure() == null
                        || reconciliations
                                .last(details.connection().id())
                                .filter(report::equals)
                                .isPresent();
        return kept
                ? "redirect:" + VisibleConnections.address(code, "/comparison")
                : page(details, report.failure(), visitor, model);
    }

    /**
     * The page.
     *
     * @param refused why it was not compared now, a sentence; null if nobody asked, or it was
     */
    private String page(
            ConnectionDetails details, @Nullable String refused, Visitor visitor, Model model) {
        ReconciliationReport report = reconciliations.last(details.connection().id()).orElse(null);
        model.addAttribute("connection", details.connection());
        model.addAttribute("report", report);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "differences", report == null ? List.of() : seen(report.differences(), visitor));
        model.addAttribute("time", shopClock.time(visitor));
        model.addAttribute("now", clock.now());
        return "connections/comparison";
    }

    /** What means no location of ours is everybody's work. */
    private List<Difference> seen(List<Difference> all, Visitor visitor) {
        if (!visitor.isLimited()) {
            return all;
        }
        Map<String, Location> ours =
                locations.byCode(
                        all.stream()
                                .map(Difference::location)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return all.stream()
                .filter(
                        one -> {
                            Location at = one.location() == null ? null : ours.get(one.location());
                            return at == null || visitor.sees(at.id());
                        })
                .toList();
    }
}
