package io.onhand.web.demo;

import io.onhand.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the demo, whose password everybody knows.
 *
 * @param title what they are, for who starts the program
 * @param tenant the code of the tenant that admits them, or null for none
 * @param locations the codes of the only locations they may touch; none means all
 */
record DemoPerson(
        String email,
        String name,
        String title,
        @Nullable String tenant,
        Role role,
        List<String> locations) {

    static final String PASSWORD = "onhand-demo";

    static final List<DemoPerson> ALL =
            List.of(
                    new DemoPerson(
                            "owner@leaf.demo",
                            "Priya Raman",
                            "Leaf & Kettle, owner",
                            Retailer.LEAF_AND_KETTLE,
                            Role.OWNER,
                            List.of()),
                    new DemoPerson(
                            "manager@leaf.demo",
                            "Tom Okafor",
                            "Leaf & Kettle, manager",
                            Retailer.LEAF_AND_KETTLE,
                            Role.MANAGER,
                            List.of()),
                    new DemoPerson(
                            "clerk.london@leaf.demo",
                            "Mia Larsen",
                            "Leaf & Kettle, clerk in London",
                            Retailer.LEAF_AND_KETTLE,
                            Role.CLERK,
                            List.of("LONDON")),
                    new DemoPerson(
                            "owner@bikes.demo",
                            "Ingrid Dahl",
                            "North Bikes, owner",
                            Retailer.NORTH_BIKES,
                            Role.OWNER,
                            List.of()),
                    new DemoPerson(
                            "operator@onhand.demo",
                            "Sam Operator",
                            "operator of Onhand",
                            null,
                            Role.AUDITOR,
                            List.of()));
}
