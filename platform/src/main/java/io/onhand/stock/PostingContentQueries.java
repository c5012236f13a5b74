package io.onhand.stock;

import io.onhand.tenancy.TenantTransactions;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a posting of the current tenant is in the ledger, and with which content. */
@Component
public class PostingContentQueries {

    private final JdbcClient app;
    private final TenantTransactions transactions;

    PostingContentQueries(JdbcClient app, TenantTransactions transactions) {
        this.app = app;
        this.transactions = transactions;
    }

    /** The hash over what was sent; empty if there is no such posting. */
    public Optional<ContentHash> content(PostingId id) {
        return transactions.read(
                () ->
                        app.sql(
                                        """
                                        select content_hash from stock_posting
                                        where posting_id = :posting
                                        """)
                                .param("posting", id.value())
                                .query(byte[].class)
                                .optional()
                                .map(ContentHash::new));
    }
}
