package io.onhand.web.demo;

import io.onhand.identity.Role;
import java.util.List;

/**
 * A key of the demo, known to everybody.
 *
 * @param text the secret that is none
 * @param locations the codes of the only locations it may touch; none means all
 */
record DemoKey(String text, String name, Role role, List<String> locations) {

    static final String TRAFFIC = "oh_demo_leaf_owner";

    /** The keys of the tea shops. */
    static final List<DemoKey> LEAF =
            List.of(
                    new DemoKey(TRAFFIC, "Owner", Role.OWNER, List.of()),
                    new DemoKey(
                            "oh_demo_leaf_clerk_london",
                            "Clerk in London",
                            Role.CLERK,
                            List.of("LONDON")),
                    new DemoKey("oh_demo_leaf_auditor", "Auditor", Role.AUDITOR, List.of()));

    /** The key of the bicycle shop. It is made last of all: where it is, the world is complete. */
    static final DemoKey LAST = new DemoKey("oh_demo_bikes_owner", "Owner", Role.OWNER, List.of());
}
