package io.onhand.web.api.v1;

import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.VariantDetails;
import io.onhand.catalog.VariantFilter;
import io.onhand.identity.Permission;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds variants. */
@RestController
class VariantController {

    private final CatalogQueries queries;

    VariantController(CatalogQueries queries) {
        this.queries = queries;
    }

    /** Variants by SKU. */
    @GetMapping("/api/v1/variants")
    @Needs(value = Permission.READ_CATALOG, location = Needs.LocationIn.NONE)
    Page<VariantAnswer> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String barcode,
            Paging paging) {
        var filter =
                new VariantFilter(
                        Optional.ofNullable(q),
                        Optional.ofNullable(sku),
                        Optional.ofNullable(barcode));
        return paging.page(
                rows(filter, paging), VariantAnswer::of, variant -> List.of(variant.sku()));
    }

    private List<VariantDetails> rows(VariantFilter filter, Paging paging) {
        String after = paging.after().isEmpty() ? "" : paging.after().getFirst();
        try {
            return queries.variants(filter, after, paging.rows());
        } catch (IllegalArgumentException e) {
            throw new Refusal(ProblemCode.MALFORMED, "q: " + e.getMessage() + ".");
        }
    }
}
