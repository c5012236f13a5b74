package io.onhand.web.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.onhand.identity.Role;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import onhand.testing.TeaShop;
import onhand.testing.web.Api;
import onhand.testing.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class CatalogApiTest {

    private static final String OOLONG =
            """
            {"name":"Oolong","variants":[
              {"sku":"TEA-OOLONG-50","name":"50 g","barcodes":[{"code":"4006381333931"}]},
              {"sku":"TEA-OOLONG-BOX",
               "barcodes":[{"code":"14006381333938","packQuantity":"12.50"}]}]}
            """;

    @LocalServerPort int port;
    @Autowired BeanFactory program;

    private TeaShop shop;
    private Api owner;

    @BeforeEach
    void aTeaShop() {
        shop = TeaShop.open(program);
        owner = new Api(port, shop.key(Role.OWNER));
    }

    @Test
    void aProductIsMadeWithItsVariantsAndReadWhereTheAnswerSays() {
        var made = owner.post("/api/v1/products", OOLONG);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("variants").findValuesAsString("sku"))
                .containsExactly("TEA-OOLONG-50", "TEA-OOLONG-BOX");
        var read = owner.get(made.header("Location").orElseThrow()).json();
        assertThat(read.get("id")).isEqualTo(made.json().get("id"));
        assertThat(read.get("name").asString()).isEqualTo("Oolong");
        var barcode = read.at("/variants/1/barcodes/0");
        assertThat(barcode.get("code").asString()).isEqualTo("14006381333938");
        assertThat(barcode.get("packQuantity").asString()).isEqualTo("12.5");
        assertThat(read.at("/variants/0/barcodes/0/packQuantity").asString()).isEqualTo("1");
    }

    @Test
    void theSameRequestIsAnsweredOnceAndAnotherBodyRefused() {
        var first = owner.post("/api/v1/products", "key-1", OOLONG);
        var again = owner.post("/api/v1/products", "key-1", OOLONG.replace("12.50", "12.5"));
        assertThat(again.replayed()).isTrue();
        assertThat(again.json()).isEqualTo(first.json());
        var other = owner.post("/api/v1/products", "key-1", OOLONG.replace("12.50", "13"));
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void takenSkusAndBarcodesAreNamed() {
        owner.post("/api/v1/products", OOLONG);
        var taken =
                owner.post(
                        "/api/v1/products",
                        """
                        {"name":"Other","variants":[{"sku":"NEW"},{"sku":"TEA-OOLONG-50"},
                         {"sku":"NEW-2","barcodes":[{"code":"04006381333931"}]}]}
                        """);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("already-exists");
        assertThat(taken.json().get("errors").findValuesAsString("pointer"))
                .containsExactly("/variants/1/sku", "/variants/2/barcodes/0/code");
        assertThat(skus("sku=NEW")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"x\",\"variants\":[]}|/variants|too-few-variants",
                "{\"name\":\"x\"}|/variants|missing",
                "{\"name\":\"\",\"variants\":[{\"sku\":\"A\"}]}|/name|bad-length",
                "{\"name\":\"x\",\"variants\":[{\"sku\":\"\"}]}|/variants/0/sku|bad-code",
                "{\"name\":\"x\",\"variants\":[{\"sku\":\"A\"},{\"sku\":\"A\"}]}"
                        + "|/variants/1/sku|duplicate",
                "{\"name\":\"x\",\"variants\":[{\"sku\":\"A\",\"barcodes\":"
                        + "[{\"code\":\"4006381333932\"}]}]}|/variants/0/barcodes/0/code|bad-code",
                "{\"name\":\"x\",\"variants\":[{\"sku\":\"A\",\"barcodes\":"
                        + "[{\"code\":\"S\",\"packQuantity\":\"0\"}]}]}"
                        + "|/variants/0/barcodes/0/packQuantity|bad-quantity"
            })
    void whatIsWrongIsPointedAt(String body, String pointer, String code) {
        var refused = owner.post("/api/v1/products", body);
        assertThat(refused.status()).isEqualTo(422);
        var fault = refused.json().get("errors").get(0);
        assertThat(fault.get("pointer").asString()).isEqualTo(pointer);
        assertThat(fault.get("code").asString()).isEqualTo(code);
    }

    @Test
    void moreThanAThousandVariantsAreTooMany() {
        String variant = "{\"sku\":\"A\"},";
        String many = variant.repeat(1_000) + "{\"sku\":\"A\"}";
        var refused =
                owner.post("/api/v1/products", "{\"name\":\"x\",\"variants\":[" + many + "]}");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("too-many-variants");
    }

    @Test
    void aPatchRenamesAndAddsAndTakesNoVariantAway() {
        String path = owner.post("/api/v1/products", OOLONG).header("Location").orElseThrow();
        var renamed = owner.patch(path, "{\"name\":\"Wulong\"}");
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(skus("q=wulong")).containsExactly("TEA-OOLONG-50", "TEA-OOLONG-BOX");
        var fewer = owner.patch(path, "{\"variants\":[{\"sku\":\"TEA-OOLONG-50\"}]}");
        assertThat(fewer.status()).isEqualTo(422);
        assertThat(fewer.json().at("/errors/0/code").asString()).isEqualTo("variant-missing");
        var more =
                owner.patch(
                        path,
                        """
                        {"variants":[{"sku":"TEA-OOLONG-50"},{"sku":"TEA-OOLONG-BOX"},
                         {"sku":"TEA-OOLONG-250"}]}
                        """);
        assertThat(more.json().get("variants").findValuesAsString("sku"))
                .containsExactly("TEA-OOLONG-250", "TEA-OOLONG-50", "TEA-OOLONG-BOX");
        assertThat(skus("barcode=4006381333931")).isEmpty();
        var taken =
                owner.patch(
                        path,
                        """
                        {"variants":[{"sku":"TEA-OOLONG-50"},{"sku":"TEA-OOLONG-BOX"},
                         {"sku":"TEA-OOLONG-250"},{"sku":"TEA-EARL-100"}]}
                        """);
        assertThat(taken.json().at("/errors/0/pointer").asString()).isEqualTo("/variants/3/sku");
        assertThat(owner.patch(path, "{\"name\":null}").status()).isEqualTo(422);
    }

    @Test
    void variantsAreFoundByWordsSkuAndBarcode() {
        owner.post("/api/v1/products", OOLONG);
        assertThat(skus("q=Oolong%2050")).containsExactly("TEA-OOLONG-50");
        assertThat(skus("q=tea-oolong")).hasSize(2);
        assertThat(skus("sku=TEA-OOLONG-BOX")).containsExactly("TEA-OOLONG-BOX");
        assertThat(skus("sku=tea-oolong-box")).isEmpty();
        assertThat(skus("barcode=4006381333931")).containsExactly("TEA-OOLONG-50");
        assertThat(skus("barcode=4006381333931&q=sencha")).isEmpty();
        assertThat(skus("")).isSorted().hasSize(7);
    }

    @Test
    void listsGoOnWhereThePageEnded() {
        var first = owner.get("/api/v1/variants?limit=2").json();
        var rest =
                owner.get("/api/v1/variants?limit=200&cursor=" + first.get("nextCursor").asString())
                        .json();
        assertThat(first.get("items").findValuesAsString("sku"))
                .containsExactly("KETTLE-IRON", "TEA-EARL-100");
        assertThat(rest.get("items").findValuesAsString("sku"))
                .containsExactly("TEA-MINT-250", "TEA-MINT-50", "TEA-SENCHA-100");
        var products = owner.get("/api/v1/products?limit=3").json();
        assertThat(products.get("items").valueStream().map(p -> p.get("name").asString()))
                .containsExactly("Cast-iron kettle", "Earl Grey", "Peppermint");
        var last =
                owner.get("/api/v1/products?cursor=" + products.get("nextCursor").asString())
                        .json();
        assertThat(last.get("items").valueStream().map(p -> p.get("name").asString()))
                .containsExactly("Sencha");
        assertThat(last.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void tooManyWordsAreMalformed() {
        String words =
                IntStream.range(0, 21).mapToObj(i -> "w" + i).collect(Collectors.joining("+"));
        assertThat(owner.get("/api/v1/variants?q=" + words).code()).isEqualTo("malformed");
    }

    @Test
    void aClerkReadsTheCatalogAndWritesNothing() {
        var clerk = new Api(port, shop.key(Role.CLERK, "LONDON"));
        assertThat(clerk.get("/api/v1/variants?sku=TEA-EARL-100").json().get("items")).hasSize(1);
        assertThat(clerk.get("/api/v1/products").json().get("items")).hasSize(4);
        assertThat(clerk.post("/api/v1/products", OOLONG).code()).isEqualTo("forbidden");
        var product = shop.variant("TEA-EARL-100").product();
        assertThat(clerk.patch("/api/v1/products/" + product, "{}").code()).isEqualTo("forbidden");
        assertThat(clerk.get("/api/v1/products/" + product).status()).isEqualTo(200);
    }

    @Test
    void anotherTenantsProductDoesNotExist() {
        var theirs = new Api(port, TeaShop.open(program).key(Role.OWNER));
        String path = "/api/v1/products/" + shop.variant("TEA-EARL-100").product();
        assertThat(owner.get(path).status()).isEqualTo(200);
        assertThat(theirs.get(path).status()).isEqualTo(404);
        assertThat(theirs.patch(path, "{\"name\":\"x\"}").status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/products/none").code()).isEqualTo("not-found");
    }

    private List<String> skus(String query) {
        var found = owner.get("/api/v1/variants?" + query);
        assertThat(found.status()).isEqualTo(200);
        return found.json().get("items").findValuesAsString("sku");
    }
}
