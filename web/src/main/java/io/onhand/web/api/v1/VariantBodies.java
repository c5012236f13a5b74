package io.onhand.web.api.v1;

import io.onhand.catalog.Barcode;
import io.onhand.catalog.ProductOutcome;
import io.onhand.web.api.Fault;
import io.onhand.web.api.Faults;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the variants of one request must keep to together. */
final class VariantBodies {

    private VariantBodies() {}

    /** No SKU and no barcode may be there twice. */
    static void checkEachOnce(List<VariantBody> variants, Faults faults) {
        Set<String> skus = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int v = 0; v < variants.size(); v++) {
            VariantBody variant = variants.get(v);
            Faults here = faults.at("variants").at(v);
            if (!skus.add(variant.sku())) {
                here.at("sku").add("duplicate", "The SKU is in this request twice.");
            }
            for (int b = 0; b < variant.codes().size(); b++) {
                if (!codes.add(Barcode.normal(variant.codes().get(b).code()))) {
                    here.at("barcodes")
                            .at(b)
                            .at("code")
                            .add("duplicate", "The barcode is in this request twice.");
                }
            }
        }
    }

    /** The refusal of SKUs and barcodes that other variants have, each pointed at. */
    static Refusal taken(List<VariantBody> variants, ProductOutcome.AlreadyExists taken) {
        List<Fault> faults = new ArrayList<>();
        for (int v = 0; v < variants.size() && faults.size() < Faults.FAULTS_MAX; v++) {
            VariantBody variant = variants.get(v);
            if (taken.skus().contains(variant.sku())) {
                faults.add(taken("/variants/%d/sku".formatted(v), variant.sku()));
            }
            for (int b = 0; b < variant.codes().size(); b++) {
                String code = Barcode.normal(variant.codes().get(b).code());
                if (taken.barcodes().contains(code)) {
                    faults.add(taken("/variants/%d/barcodes/%d/code".formatted(v, b), code));
                }
            }
        }
        return new Refusal(
                ProblemCode.ALREADY_EXISTS,
                "Other variants have these SKUs or barcodes: see errors.",
                faults);
    }

    private static Fault taken(String pointer, String value) {
        return new Fault(pointer, "already-exists", "Another variant has " + value + ".");
    }
}
