package io.onhand.web.api.v1;

import io.onhand.catalog.Catalog;
import io.onhand.catalog.CatalogQueries;
import io.onhand.catalog.Product;
import io.onhand.catalog.ProductId;
import io.onhand.catalog.ProductOutcome;
import io.onhand.identity.Permission;
import io.onhand.web.api.Answer;
import io.onhand.web.api.Asked;
import io.onhand.web.api.Fault;
import io.onhand.web.api.Page;
import io.onhand.web.api.Paging;
import io.onhand.web.api.ProblemCode;
import io.onhand.web.api.Refusal;
import io.onhand.web.security.Needs;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is sold. */
@RestController
class ProductController {

    private static final String PATH = "/api/v1/products";

    private final Catalog catalog;
    private final CatalogQueries queries;

    ProductController(Catalog catalog, CatalogQueries queries) {
        this.catalog = catalog;
        this.queries = queries;
    }

    /** Products by the SKU that came first when they were made. */
    @GetMapping(PATH)
    @Needs(value = Permission.READ_CATALOG, location = Needs.LocationIn.NONE)
    Page<ProductAnswer> list(Paging paging) {
        String after = paging.after().isEmpty() ? "" : paging.after().getFirst();
        var page = queries.products(after, paging.limit());
        return paging.page(
                page.products().stream().map(ProductAnswer::of).toList(),
                page.next().stream().toList());
    }

    /** Makes a product with its variants. */
    @PostMapping(PATH)
    @Needs(value = Permission.WRITE_CATALOG, location = Needs.LocationIn.NONE)
    Answer<ProductMade> create(Asked asked, @RequestBody ProductBody body) {
        return asked.once(
                () -> {
                    Product made = done(catalog.create(body.wanted()), body.variants());
                    return Answer.created(PATH + "/" + made.id(), ProductMade.of(made));
                });
    }

    /** One product. */
    @GetMapping(PATH + "/{id}")
    @Needs(value = Permission.READ_CATALOG, location = Needs.LocationIn.NONE)
    ProductAnswer get(@PathVariable String id) {
        return queries.product(id(id))
                .map(ProductAnswer::of)
                .orElseThrow(ProductController::unknown);
    }

    /** Changes a product; its variants can be changed and added, not taken away. */
    @PatchMapping(PATH + "/{id}")
    @Needs(value = Permission.WRITE_CATALOG, location = Needs.LocationIn.NONE)
    ProductAnswer change(@PathVariable String id, @RequestBody ProductPatch patch) {
        return ProductAnswer.of(done(catalog.change(id(id), patch.wanted()), patch.bodies()));
    }

    private static Product done(ProductOutcome outcome, List<VariantBody> variants) {
        return switch (outcome) {
            case ProductOutcome.Done(var product) -> product;
            case ProductOutcome.AlreadyExists taken -> throw VariantBodies.taken(variants, taken);
            case ProductOutcome.VariantsMissing(var skus) -> throw missing(List.copyOf(skus));
            case ProductOutcome.NotFound() -> throw unknown();
        };
    }

    private static Refusal missing(List<String> skus) {
        return new Refusal(
                ProblemCode.INVALID,
                "A product's variants cannot be taken away, for their stock has a history.",
                skus.stream()
                        .map(
                                sku ->
                                        new Fault(
                                                "/variants",
                                                "variant-missing",
                                                "The variant " + sku + " was left out."))
                        .toList());
    }

    private static ProductId id(String text) {
        try {
            return new ProductId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is no such product.");
    }
}
