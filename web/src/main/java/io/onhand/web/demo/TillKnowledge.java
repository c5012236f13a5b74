package io.onhand.web.demo;

import io.onhand.web.api.Faults;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onhand.plugins.standin.TillSale;
import org.springframework.stereotype.Component;

/**
 * Which places and articles the tills of the demo know. They were set up with what is here, so that
 * every program can say what is unknown, also when another one runs the tills.
 */
@Component
@OnDemo
class TillKnowledge {

    private final Set<String> places;
    private final Set<String> skus;

    TillKnowledge() {
        Retailer retailer = Retailer.leafAndKettle();
        places = TillSetUp.stores(retailer).stream().map(Shop::code).collect(Collectors.toSet());
        skus = retailer.articles().stream().map(Article::sku).collect(Collectors.toSet());
    }

    /**
     * Looks a sale through.
     *
     * @throws io.onhand.web.api.Refusal that names each place and article that no till knows
     */
    void refuseUnknown(TillSale sale) {
        var faults = new Faults();
        place(sale.place(), faults);
        List<TillSale.Line> lines = sale.lines();
        for (int i = 0; i < lines.size(); i++) {
            article(lines.get(i).sku(), faults.at("lines").at(i));
        }
        faults.refuseIfAny();
    }

    /**
     * Looks a place and an article through.
     *
     * @throws io.onhand.web.api.Refusal that names what no till knows
     */
    void refuseUnknown(String place, String sku) {
        var faults = new Faults();
        place(place, faults);
        article(sku, faults);
        faults.refuseIfAny();
    }

    private void place(String code, Faults faults) {
        if (!places.contains(code)) {
            faults.at("location").add("unknown-location", "There is no till at " + code + ".");
        }
    }

    private void article(String sku, Faults faults) {
        if (!skus.contains(sku)) {
            faults.at("sku").add("unknown-sku", "No till sells " + sku + ".");
        }
    }
}
