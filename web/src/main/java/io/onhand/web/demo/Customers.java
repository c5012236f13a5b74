package io.onhand.web.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the customers of one shop put into their baskets: often what is popular there. */
class Customers {

    private static final double ANOTHER_ARTICLE = 0.38;
    private static final int ARTICLES_MAX = 5;
    private static final double A_SECOND_ONE = 0.18;

    /** Now and then something is sold that was not booked in yet. */
    private static final double SOLD_ALTHOUGH_NOT_THERE = 0.02;

    private final List<Article> articles;
    private final double[] reach;

    Customers(Shop shop, List<Article> articles) {
        this.articles = articles;
        this.reach = new double[articles.size()];
        double sum = 0;
        for (int i = 0; i < reach.length; i++) {
            sum += articles.get(i).weekly() * taste(shop, articles.get(i));
            reach[i] = sum;
        }
    }

    /** Every town likes something else: between a half and one and a half. */
    private static double taste(Shop shop, Article article) {
        return 0.5 + Math.floorMod((shop.code() + article.product()).hashCode(), 1000) / 1000.0;
    }

    /**
     * What one customer buys, by SKU; empty when nothing of it was there. Takes it off the shelf.
     */
    Map<String, Integer> basket(Random random, Shelf shelf) {
        Map<String, Integer> basket = new LinkedHashMap<>();
        do {
            Article article = any(random);
            int wanted = random.nextDouble() < A_SECOND_ONE ? 2 : 1;
            int there = shelf.of(article);
            int taken =
                    there >= wanted || random.nextDouble() < SOLD_ALTHOUGH_NOT_THERE
                            ? wanted
                            : Math.max(0, there);
            if (taken > 0 && basket.putIfAbsent(article.sku(), taken) == null) {
                shelf.move(article.sku(), -taken);
            }
        } while (basket.size() < ARTICLES_MAX && random.nextDouble() < ANOTHER_ARTICLE);
        return basket;
    }

    /** An article, the popular ones more often. */
    Article any(Random random) {
        double at = random.nextDouble() * reach[reach.length - 1];
        int found = java.util.Arrays.binarySearch(reach, at);
        return articles.get(Math.min(found < 0 ? -found - 1 : found, reach.length - 1));
    }
}
