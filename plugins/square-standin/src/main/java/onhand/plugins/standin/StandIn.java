package onhand.plugins.standin;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A running stand-in of a vendor, seen by the merchant. Places and articles are called as Onhand
 * calls them; {@link StandInMaker} tells the vendor's names.
 *
 * <p>All methods throw {@link IllegalArgumentException} for what the till does not know or cannot
 * do.
 */
public interface StandIn extends AutoCloseable {

    /** A place of the merchant. */
    record Place(String code, String name, String timeZone) {}

    /**
     * An article.
     *
     * @param gtin its barcode
     */
    record Article(String sku, String name, String gtin) {}

    /** The address of its API, without a slash at the end. */
    URI address();

    /** Whether nothing was ever set up in its directory. */
    boolean isNew();

    /**
     * Sets up the merchant.
     *
     * @param shelves how many of an article are at a place, as plain decimals, by place and SKU
     */
    void setUp(
            List<Place> places, List<Article> articles, Map<String, Map<String, String>> shelves);

    /**
     * Whom it tells from now on, also of what could not be told before.
     *
     * @param hookUrl the address that it signs
     * @param deliverTo where its messages really go
     */
    void tell(String hookUrl, String secret, URI deliverTo);

    /**
     * Sells.
     *
     * @return the id of the order
     */
    String sell(TillSale sale);

    /** Takes all of an order back that has not come back yet; the id of the return. */
    String refund(String order);

    /** Counts an article at the till. */
    void recount(String place, String sku, String quantity);

    /** Writes off what is lost or broken, at the till. */
    void lose(String place, String sku, String quantity);

    /** Whether the messages of what is done from now on overtake each other. */
    void outOfOrder(boolean on);

    /** Whether they do. */
    boolean isOutOfOrder();

    /** Takes the network of the tills away, or brings it back. */
    void networkDown(boolean down);

    /** Whether the tills have no network. */
    boolean isNetworkDown();

    /** How much was done that waits for the network. */
    int waiting();

    /** The references of the stock changes that were told over its API, one for each change. */
    List<String> references();

    @Override
    void close();
}
