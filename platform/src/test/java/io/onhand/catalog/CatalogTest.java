package io.onhand.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.measure.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class CatalogTest {

    @Autowired BeanFactory program;
    @Autowired Catalog catalog;
    @Autowired CatalogQueries queries;

    @Test
    void aVariantIsFoundBySkuIdBarcodeAndWords() {
        var shop = TeaShop.open(program);
        var earl = shop.variant("TEA-EARL-100");
        assertThat(shop.call(() -> queries.variantsBySku(List.of("TEA-EARL-100", "NO"))))
                .isEqualTo(Map.of("TEA-EARL-100", earl));
        assertThat(shop.call(() -> queries.variantsById(List.of(earl.id()))))
                .isEqualTo(Map.of(earl.id(), earl));
        assertThat(shop.call(() -> queries.byBarcode(List.of("5012345678016", "5012345678017"))))
                .isEqualTo(Map.of("5012345678016", new PackedVariant(earl, Quantity.ofUnits(1))));
        assertThat(shop.call(() -> queries.search("earl tea-", "", 10))).containsExactly(earl);
        assertThat(shop.call(() -> queries.search("EARL mint", "", 10))).isEmpty();
    }

    @Test
    void skusAreCaseSensitive() {
        var shop = TeaShop.open(program);
        assertThat(shop.call(() -> queries.variantsBySku(List.of("tea-earl-100")))).isEmpty();
    }

    @Test
    void aCaseOfTenIsTenUnits() {
        var shop = TeaShop.open(program);
        var box = new Barcode("15012345678013", Quantity.ofUnits(10));
        var wanted = new NewVariant("TEA-BOX", Optional.empty(), List.of(box));
        shop.run(() -> catalog.create(NewProduct.of("Earl Grey box", wanted)));
        assertThat(shop.call(() -> queries.byBarcode(List.of("15012345678013"))).values())
                .extracting(PackedVariant::pack)
                .containsExactly(Quantity.ofUnits(10));
    }

    @Test
    void aTakenSkuOrBarcodeMakesNothing() {
        var shop = TeaShop.open(program);
        var wanted =
                NewProduct.of(
                        "Copy",
                        NewVariant.of("TEA-NEW", "new", "5012345678016"),
                        NewVariant.of("TEA-EARL-100", "again"));
        assertThat(shop.call(() -> catalog.create(wanted)))
                .isEqualTo(
                        new ProductOutcome.AlreadyExists(
                                Set.of("TEA-EARL-100"), Set.of("05012345678016")));
        assertThat(shop.call(() -> queries.variantsBySku(List.of("TEA-NEW")))).isEmpty();
    }

    @Test
    void anotherTenantMayUseTheSameSkusAndSeesNoneOfOurs() {
        var ours = TeaShop.open(program);
        var theirs = TeaShop.open(program);
        var earl = ours.variant("TEA-EARL-100");
        assertThat(theirs.variant("TEA-EARL-100")).isNotEqualTo(earl);
        assertThat(theirs.call(() -> queries.variantsById(List.of(earl.id())))).isEmpty();
        assertThat(theirs.call(() -> queries.product(earl.product()))).isEmpty();
        var rename = new ProductChange(Optional.of("Ours"), Optional.empty());
        assertThat(theirs.call(() -> catalog.change(earl.product(), rename)))
                .isEqualTo(new ProductOutcome.NotFound());
    }

    @Test
    void aRenamedProductIsFoundByItsNewNameOnly() {
        var shop = TeaShop.open(program);
        var earl = shop.variant("TEA-EARL-100");
        var rename = new ProductChange(Optional.of("Duchess Grey"), Optional.empty());
        assertThat(shop.call(() -> catalog.change(earl.product(), rename)))
                .isInstanceOf(ProductOutcome.Done.class);
        assertThat(shop.call(() -> queries.search("duch", "", 10))).contains(earl);
        assertThat(shop.call(() -> queries.details(List.of(earl.id()))).values())
                .extracting(VariantDetails::productName)
                .containsExactly("Duchess Grey");
    }

    @Test
    void aChangeOfVariantsAddsAndChangesAndTakesNoneAway() {
        var shop = TeaShop.open(program);
        var earl = shop.variant("TEA-EARL-100");
        var both =
                List.of(
                        NewVariant.of("TEA-EARL-100", "hundred grams"),
                        NewVariant.of("TEA-EARL-250", "250 g", "5012345678016"));
        var change = new ProductChange(Optional.empty(), Optional.of(both));
        shop.run(() -> catalog.change(earl.product(), change));
        assertThat(shop.variant("TEA-EARL-100")).isEqualTo(earl);
        assertThat(shop.call(() -> queries.byBarcode(List.of("5012345678016"))).values())
                .extracting(found -> found.variant().sku())
                .containsExactly("TEA-EARL-250");
        var fewer = new ProductChange(Optional.empty(), Optional.of(both.subList(1, 2)));
        assertThat(shop.call(() -> catalog.change(earl.product(), fewer)))
                .isEqualTo(new ProductOutcome.VariantsMissing(Set.of("TEA-EARL-100")));
    }

    @Test
    void filtersAreTakenTogether() {
        var shop = TeaShop.open(program);
        assertThat(skus(shop, "earl", "TEA-EARL-100", "05012345678016"))
                .containsExactly("TEA-EARL-100");
        assertThat(skus(shop, "mint", "TEA-EARL-100", null)).isEmpty();
        assertThat(skus(shop, null, "TEA-EARL-100", "5012345678023")).isEmpty();
        assertThat(skus(shop, null, null, "not a code")).isEmpty();
    }

    @Test
    void productsComeByTheirFirstSku() {
        var shop = TeaShop.open(program);
        var first = shop.call(() -> queries.products("", 2));
        assertThat(first.products()).hasSize(2);
        var rest = shop.call(() -> queries.products(first.next().orElseThrow(), 200));
        assertThat(rest.next()).isEmpty();
        assertThat(rest.products()).doesNotContainAnyElementsOf(first.products());
    }

    private List<String> skus(
            TeaShop shop,
            @org.jspecify.annotations.Nullable String question,
            @org.jspecify.annotations.Nullable String sku,
            @org.jspecify.annotations.Nullable String barcode) {
        var filter =
                new VariantFilter(
                        Optional.ofNullable(question),
                        Optional.ofNullable(sku),
                        Optional.ofNullable(barcode));
        return shop.call(() -> queries.variants(filter, "", 10)).stream()
                .map(VariantDetails::sku)
                .toList();
    }
}
