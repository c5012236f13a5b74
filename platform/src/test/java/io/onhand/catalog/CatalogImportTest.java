package io.onhand.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** How long the way in takes for a large catalog. */
@Tag("bench")
@PlatformTest
class CatalogImportTest {

    @Autowired BeanFactory program;
    @Autowired Catalog catalog;

    @Test
    void aHundredThousandVariantsInHundredProducts() {
        var shop = TeaShop.open(program);
        long start = System.nanoTime();
        for (int p = 0; p < 100; p++) {
            var wanted = product(p);
            assertThat(shop.call(() -> catalog.create(wanted)))
                    .isInstanceOf(ProductOutcome.Done.class);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "{\"bench\":\"catalog-import\",\"variants\":100000,\"seconds\":%.1f}%n", seconds);
    }

    private static NewProduct product(int number) {
        List<NewVariant> variants =
                IntStream.range(0, NewProduct.VARIANTS_MAX)
                        .mapToObj(
                                v ->
                                        NewVariant.of(
                                                "LEAF-" + number + "-" + v,
                                                "grade " + v,
                                                "SHELF-" + number + "-" + v))
                        .toList();
        return new NewProduct("Leaf of garden " + number, variants);
    }
}
