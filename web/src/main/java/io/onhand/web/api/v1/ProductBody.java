package io.onhand.web.api.v1;

import io.onhand.catalog.NewProduct;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Faults;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A product that is to be made. */
record ProductBody(
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) String name,
        @Size(min = 1, max = NewProduct.VARIANTS_MAX) List<VariantBody> variants)
        implements Checked {

    @Override
    public void check(Faults faults) {
        VariantBodies.checkEachOnce(variants, faults);
    }

    NewProduct wanted() {
        return new NewProduct(name, variants.stream().map(VariantBody::wanted).toList());
    }
}
