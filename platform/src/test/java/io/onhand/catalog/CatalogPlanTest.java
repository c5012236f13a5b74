package io.onhand.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.tenancy.TenantTransactions;
import java.util.List;
import java.util.Map;
import onhand.testing.PlatformTest;
import onhand.testing.TeaShop;
import onhand.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Row-level security keeps conditions that are not leakproof away from indexes; then a search reads
 * the whole tenant. Here the app role explains its own statements, in one large tenant of five.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogPlanTest {

    private static final int VARIANTS = 100_000;

    @Autowired BeanFactory program;
    @Autowired TenantTransactions transactions;
    @Autowired JdbcClient app;
    @Autowired CatalogQueries queries;
    @Autowired Environment environment;

    private TeaShop large;

    @BeforeAll
    void oneLargeTenantAmongFive() {
        for (int i = 0; i < 4; i++) {
            fill(TeaShop.open(program), 2_000);
        }
        large = TeaShop.open(program);
        fill(large, VARIANTS);
        TestDatabase.owner(environment).sql("analyze variant, variant_term, barcode").update();
    }

    private void fill(TeaShop shop, int variants) {
        var product = shop.variant("TEA-EARL-100").product();
        Map<String, Object> values =
                Map.of(
                        "tenant", shop.tenant().value(),
                        "product", product.value(),
                        "count", variants);
        shop.run(() -> transactions.write(() -> fill(values)));
    }

    private int fill(Map<String, Object> values) {
        app.sql(
                        """
                        insert into variant
                            (tenant_id, variant_id, product_id, sku, name, created_at)
                        select cast(:tenant as uuid), gen_random_uuid(), cast(:product as uuid),
                            'LEAF-' || n, 'grade ' || (n % 500), now()
                        from generate_series(1, :count) as n
                        """)
                .params(values)
                .update();
        app.sql(
                        """
                        insert into variant_term (tenant_id, term, variant_id)
                        select tenant_id, lower(term), variant_id from variant,
                            unnest(array['tea', sku, 'grade', split_part(name, ' ', 2)]) as term
                        where tenant_id = cast(:tenant as uuid) and sku >= 'LEAF-' and sku < 'LEAF.'
                        """)
                .params(values)
                .update();
        return app.sql(
                        """
                        insert into barcode (tenant_id, code, variant_id, pack_millionths)
                        select tenant_id, 'SHELF-' || sku, variant_id, 1000000 from variant
                        where tenant_id = cast(:tenant as uuid) and sku >= 'LEAF-' and sku < 'LEAF.'
                        """)
                .params(values)
                .update();
    }

    @Test
    void aSearchOfTwoWordsReadsTheRareOneAndProbesTheOther() {
        var plan =
                explain(
                        "explain (analyze) " + VariantSearchQueries.BY_RAREST_WORD,
                        Map.of(
                                "from",
                                "77",
                                "to",
                                "78",
                                "after",
                                "",
                                "froms",
                                new String[] {"tea"},
                                "tos",
                                new String[] {"teb"},
                                "limit",
                                50));
        assertThat(plan)
                .doesNotContain("Seq Scan")
                .containsPattern("Index Cond: ..tenant_id = .* AND .{1,2}term(.::text)? >= '77'")
                .containsPattern("Index Cond: ..tenant_id = .* AND .variant_id = .* AND .term >= ");
    }

    @Test
    void wordsAreTakenTogetherWhateverTheirFrequency() {
        assertThat(found("77 leaf-77")).containsExactly("LEAF-77", "LEAF-77077", "LEAF-77577");
        assertThat(found("tea grade leaf-9999")).hasSize(11).first().isEqualTo("LEAF-9999");
        assertThat(found("tea grade")).hasSize(50).isSorted();
        assertThat(found("tea nothing")).isEmpty();
    }

    private List<String> found(String question) {
        return large.call(() -> queries.search(question, "", 50)).stream()
                .map(Variant::sku)
                .toList();
    }

    @Test
    void aSearchOfFrequentWordsWalksTheSkus() {
        var plan =
                explain(
                        "explain (analyze) " + VariantSearchQueries.IN_ORDER_OF_SKU,
                        Map.of(
                                "after",
                                "",
                                "froms",
                                new String[] {"tea", "grade"},
                                "tos",
                                new String[] {"teb", "gradf"},
                                "limit",
                                50));
        assertThat(plan)
                .doesNotContain("Seq Scan")
                .containsPattern("Index Cond: ..tenant_id = .* AND ..sku.::text > ")
                .containsPattern("Index Cond: ..tenant_id = .* AND .variant_id = .* AND .term >= ");
    }

    @Test
    void countingAWordStopsEarly() {
        var plan =
                explain(
                        "explain (analyze) " + VariantSearchQueries.COUNT,
                        Map.of("from", "tea", "to", "teb", "limit", 5001));
        assertThat(plan)
                .doesNotContain("Seq Scan")
                .containsPattern("Index Cond: ..tenant_id = .* AND .{1,2}term(.::text)? >= 'tea'");
    }

    @Test
    void aBarcodeIsOneProbe() {
        var plan =
                explain(
                        "explain (analyze) " + VariantQueries.BY_BARCODE,
                        Map.of("codes", new String[] {"SHELF-LEAF-77"}));
        assertThat(plan)
                .doesNotContain("Seq Scan")
                .containsPattern("Index Cond: ..tenant_id = .* AND ..code.::text = ANY");
    }

    private String explain(String sql, Map<String, Object> values) {
        return String.join(
                "\n",
                large.call(
                        () ->
                                transactions.<List<String>>read(
                                        () ->
                                                app.sql(sql)
                                                        .params(values)
                                                        .query(String.class)
                                                        .list())));
    }
}
