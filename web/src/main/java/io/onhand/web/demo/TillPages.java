package io.onhand.web.demo;

import io.onhand.admin.stock.LevelTable.Row;
import io.onhand.admin.stock.LevelTables;
import io.onhand.locations.LocationId;
import io.onhand.locations.LocationQueries;
import io.onhand.web.api.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the till shows. */
@Component
@OnDemo
class TillPages {

    private static final int KEYS_MAX = 24;
    private static final int MIRROR_MAX = 6;

    private final Retailer retailer = Retailer.leafAndKettle();
    private final List<Shop> shops = TillSetUp.stores(retailer);
    private final Map<String, Article> articles =
            retailer.articles().stream()
                    .collect(Collectors.toMap(Article::sku, Function.identity()));
    private final DemoTills tills;
    private final TeaShops teaShops;
    private final LevelTables tables;
    private final LocationQueries locations;

    TillPages(DemoTills tills, TeaShops teaShops, LevelTables tables, LocationQueries locations) {
        this.tills = tills;
        this.teaShops = teaShops;
        this.tables = tables;
        this.locations = locations;
    }

    TillPage page(TillForm form) {
        Basket taken = form.taken();
        List<String> found = found(form.question());
        return new TillPage(
                form,
                shops,
                rows(form, found.stream().limit(KEYS_MAX).toList()).stream()
                        .map(row -> new TillPage.Key(row, units(taken, row.sku())))
                        .toList(),
                found.size() > KEYS_MAX,
                lines(taken),
                taken.size(),
                rows(form, mirrored(form)),
                form.sales().stream().map(sale -> new TillPage.Ring(sale, words(sale))).toList(),
                state());
    }

    /** The SKUs that answer a question, the most sold first. */
    private List<String> found(String question) {
        List<String> words =
                Arrays.stream(question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return articles.values().stream()
                .filter(article -> answers(article, words))
                .sorted(
                        Comparator.comparingDouble(Article::weekly)
                                .reversed()
                                .thenComparing(Article::sku))
                .map(Article::sku)
                .toList();
    }

    private static boolean answers(Article article, List<String> words) {
        String text = " " + article.sku().replace('-', ' ') + " " + name(article);
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> lower.contains(" " + word));
    }

    private static String name(Article article) {
        return article.product() + " " + article.variant();
    }

    private static int units(Basket basket, String sku) {
        return basket.units().getOrDefault(sku, 0);
    }

    private List<TillPage.Line> lines(Basket basket) {
        List<TillPage.Line> lines = new ArrayList<>();
        basket.units()
                .forEach(
                        (sku, units) -> {
                            Article article = articles.get(sku);
                            if (article != null) {
                                lines.add(new TillPage.Line(sku, name(article), units));
                            }
                        });
        return lines;
    }

    private String words(PastSale sale) {
        return lines(sale.basket()).stream()
                .map(line -> line.units() + " × " + line.name())
                .collect(Collectors.joining(", "));
    }

    /** What was touched: it is in the basket, was counted, or was just sold. */
    private static List<String> mirrored(TillForm form) {
        return Stream.of(
                        form.taken().units().keySet().stream(),
                        Stream.of(form.lastCounted()),
                        form.sales().stream()
                                .flatMap(sale -> sale.basket().units().keySet().stream()))
                .flatMap(Function.identity())
                .distinct()
                .limit(MIRROR_MAX)
                .toList();
    }

    private List<Row> rows(TillForm form, List<String> skus) {
        return teaShops.read(
                () -> {
                    Set<LocationId> here =
                            Set.copyOf(locations.idsByCode(List.of(form.place())).values());
                    return here.isEmpty() ? List.<Row>of() : tables.rows(skus, here, "/demo/stock");
                });
    }

    private @Nullable TillState state() {
        try {
            return tills.state();
        } catch (Refusal opening) {
            return null; // the page says that the tills are being opened
        }
    }
}
