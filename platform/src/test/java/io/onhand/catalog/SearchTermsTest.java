package io.onhand.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void aVariantIsFoundByWordsOfItsNamesItsSkuAndItsBarcodes() {
        var variant = variant("Earl Grey (Blütenlese)", "100 g", "TEA-EARL-100", "4006381333931");
        assertThat(SearchTerms.of(variant))
                .contains("earl", "grey", "blütenlese", "100", "g", "tea", "tea-earl-100")
                .contains("04006381333931", "4006381333931");
    }

    @Test
    void caseAndFormsOfOneLetterDoNotMatter() {
        assertThat(SearchTerms.folded("STRASSE")).isEqualTo(SearchTerms.folded("straße"));
        assertThat(SearchTerms.folded("ΟΔΟΣ")).isEqualTo(SearchTerms.folded("οδος"));
        assertThat(SearchTerms.folded("Ｔｅａ")).isEqualTo("tea");
        assertThat(SearchTerms.folded("Cafe\u0301")).isEqualTo("caf\u00e9");
    }

    @Test
    void theEndOfARangeIsTheNextCodePoint() {
        assertThat(SearchTerms.after("tea")).isEqualTo("teb");
        assertThat(SearchTerms.after("a\ud7ff")).isEqualTo("a\ue000");
        assertThat(SearchTerms.after("a" + Character.toString(Character.MAX_CODE_POINT)))
                .isEqualTo("b");
    }

    @Test
    void aQuestionIsSplitAtSpacesOnly() {
        assertThat(SearchTerms.ofQuestion("  TEA-Earl  100\u00a0TEA-earl "))
                .containsExactly("tea-earl", "100");
    }

    static VariantDetails variant(String product, String name, String sku, String... codes) {
        var ids =
                new Variant(
                        new VariantId(UUID.randomUUID()), new ProductId(UUID.randomUUID()), sku);
        var barcodes = List.of(codes).stream().map(Barcode::of).toList();
        return new VariantDetails(ids, Optional.of(name), product, barcodes);
    }
}
