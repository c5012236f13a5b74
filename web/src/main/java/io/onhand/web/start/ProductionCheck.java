package io.onhand.web.start;

import io.onhand.database.StartRefused;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The profile {@code production} refuses what is made for trying out. */
class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.matchesProfiles("production")) {
            return;
        }
        var wrong = new ArrayList<String>();
        if (environment.getProperty("onhand.demo", Boolean.class, true)) {
            wrong.add("the demo world (set ONHAND_DEMO=false)");
        }
        if (isOff(environment.getProperty("onhand.limits", "on"))) {
            wrong.add("limits off (set ONHAND_LIMITS=on)");
        }
        if (environment.getProperty("onhand.oidc.issuer", "").isBlank()) {
            wrong.add(
                    "local sign-in (set ONHAND_OIDC_ISSUER, ONHAND_OIDC_CLIENT_ID and"
                            + " ONHAND_OIDC_CLIENT_SECRET)");
        }
        ReplacedVendors.settings(context.getEnvironment())
                .forEach(name -> wrong.add("a replaced vendor address (unset " + name + ")"));
        if (environment.getProperty("onhand.database.url", "").isBlank()) {
            wrong.add("the embedded database (set ONHAND_DATABASE_URL)");
        }
        refuseIfAny(wrong);
    }

    /** YAML reads a bare {@code off} as false. */
    private static boolean isOff(String limits) {
        return limits.equalsIgnoreCase("off") || limits.equalsIgnoreCase("false");
    }

    private static void refuseIfAny(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new StartRefused(
                    "The profile production does not run with " + String.join(", ", wrong) + ".",
                    "Change these settings, or start without the profile production to try out.");
        }
    }
}
