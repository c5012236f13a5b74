package io.onhand.web.demo;

import io.onhand.locations.Location;
import java.time.ZoneId;
import java.util.List;

/**
 * A retailer of the demo.
 *
 * @param code of the tenant
 * @param connection the code of its connection, whose names are ours
 * @param till what people call that connection
 */
record Retailer(
        String code,
        String name,
        String connection,
        String till,
        List<Shop> shops,
        List<Article> articles) {

    static final String LEAF_AND_KETTLE = "leaf-and-kettle";
    static final String NORTH_BIKES = "north-bikes";
    static final String LEAF_CONNECTION = "demo-generic-leaf";

    private static final int KENT_SIZE = 6;

    static Retailer leafAndKettle() {
        return new Retailer(
                LEAF_AND_KETTLE,
                "Leaf & Kettle",
                LEAF_CONNECTION,
                "Tills of the tea shops",
                List.of(
                        Shop.store("LONDON", "London", "Europe/London", "LON", 70),
                        Shop.store("PARIS", "Paris", "Europe/Paris", "PAR", 50),
                        Shop.store("NEWYORK", "New York", "America/New_York", "NYC", 55),
                        new Shop(
                                "DC-KENT",
                                "Kent",
                                Location.Type.WAREHOUSE,
                                ZoneId.of("Europe/London"),
                                "WEB",
                                20,
                                KENT_SIZE)),
                Assortment.of(LEAF_AND_KETTLE));
    }

    static Retailer northBikes() {
        return new Retailer(
                NORTH_BIKES,
                "North Bikes",
                "demo-generic-bikes",
                "Till in Oslo",
                List.of(Shop.store("OSLO", "Oslo", "Europe/Oslo", "OSL", 6)),
                Assortment.of(NORTH_BIKES));
    }
}
