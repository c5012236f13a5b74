package io.onhand.web.api.v1;

import io.onhand.catalog.NewProduct;
import io.onhand.catalog.ProductChange;
import io.onhand.measure.PlainText;
import io.onhand.web.api.Checked;
import io.onhand.web.api.Faults;
import io.onhand.web.api.Given;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A change of a product, as a JSON merge patch.
 *
 * @param variants as in every merge patch, the list is given as a whole
 */
record ProductPatch(
        @Size(min = 1, max = PlainText.NAME_LENGTH_MAX) Given<String> name,
        @Size(min = 1, max = NewProduct.VARIANTS_MAX) Given<List<VariantBody>> variants)
        implements Checked {

    @Override
    public void check(Faults faults) {
        VariantBodies.checkEachOnce(bodies(), faults);
    }

    List<VariantBody> bodies() {
        return variants.overRequired(List.of());
    }

    ProductChange wanted() {
        return new ProductChange(
                Optional.ofNullable(name.value()),
                Optional.ofNullable(variants.value())
                        .map(all -> all.stream().map(VariantBody::wanted).toList()));
    }
}
