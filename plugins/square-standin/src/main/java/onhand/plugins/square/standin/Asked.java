package onhand.plugins.square.standin;

/**
 * One request that came, whatever became of it.
 *
 * @param call method and path, {@code "POST /v2/orders/search"}
 * @param body as it came; of a GET the query
 * @param status the answer's; 0 when nothing was answered
 */
public record Asked(String call, String body, int status) {}
