package io.onhand.web.demo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody does at the till, all of it in the page's address: the server keeps nothing.
 *
 * @param shop where
 * @param q which articles are looked for
 * @param basket see {@link Basket}
 * @param add one more of this SKU
 * @param less one less of it
 * @param thrice whether the till tells the sale three times
 * @param late whether it tells it late
 * @param sold what was sold here, as {@link PastSale} writes it, the newest first
 * @param counted the SKU that was counted last
 * @param done what was done last, for its sentence
 */
record TillForm(
        @Nullable String shop,
        @Nullable String q,
        @Nullable List<String> basket,
        @Nullable String add,
        @Nullable String less,
        @Nullable Boolean thrice,
        @Nullable Boolean late,
        @Nullable List<String> sold,
        @Nullable String counted,
        @Nullable String done) {

    static final String PATH = "/demo/till";

    private static final int SALES_MAX = 4;
    private static final int QUESTION_MAX = 100;
    private static final List<String> SHOPS =
            TillSetUp.stores(Retailer.leafAndKettle()).stream().map(Shop::code).toList();
    private static final String FIRST_SHOP = SHOPS.getFirst();

    /** The code of the shop; of the first one where none is named that has tills. */
    String place() {
        return shop == null || !SHOPS.contains(shop) ? FIRST_SHOP : shop;
    }

    public String question() {
        String text = q == null ? "" : q.strip();
        return text.substring(0, Math.min(QUESTION_MAX, text.length()));
    }

    /** With what was tapped. */
    public Basket taken() {
        return Basket.of(basket == null ? List.of() : basket)
                .plus(add == null ? "" : add, 1)
                .plus(less == null ? "" : less, -1);
    }

    public boolean isThrice() {
        return Boolean.TRUE.equals(thrice);
    }

    public boolean isLate() {
        return Boolean.TRUE.equals(late);
    }

    List<PastSale> sales() {
        return Stream.ofNullable(sold)
                .flatMap(List::stream)
                .limit(SALES_MAX)
                .map(PastSale::of)
                .flatMap(Optional::stream)
                .toList();
    }

    public String lastCounted() {
        return counted == null ? "" : counted;
    }

    /** The page after a sale: the basket is empty. */
    String afterSale(PastSale sale) {
        return address(
                Basket.EMPTY,
                Stream.concat(Stream.of(sale), sales().stream()).limit(SALES_MAX).toList(),
                "",
                "sold");
    }

    /** The page after a sale was taken back. */
    String afterRefund(String order) {
        return address(
                taken(),
                sales().stream()
                        .map(sale -> sale.order().equals(order) ? sale.takenBack() : sale)
                        .toList(),
                lastCounted(),
                "back");
    }

    /** The page after an article was counted. */
    String afterCount(String sku) {
        return address(taken(), sales(), sku, "counted");
    }

    /** The page after anything else. */
    String after(String what) {
        return address(taken(), sales(), lastCounted(), what);
    }

    private String address(Basket taken, List<PastSale> sales, String last, String what) {
        var address =
                UriComponentsBuilder.fromPath(PATH)
                        .queryParam("shop", "{shop}")
                        .queryParam("q", "{q}")
                        .queryParam("counted", "{counted}")
                        .queryParam("done", "{done}");
        if (isThrice()) {
            address.queryParam("thrice", true);
        }
        if (isLate()) {
            address.queryParam("late", true);
        }
        var values = Stream.of(place(), question(), last, what);
        for (String line : taken.lines()) {
            address.queryParam("basket", "{line}");
            values = Stream.concat(values, Stream.of(line));
        }
        for (PastSale sale : sales) {
            address.queryParam("sold", "{sale}");
            values = Stream.concat(values, Stream.of(sale.text()));
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
