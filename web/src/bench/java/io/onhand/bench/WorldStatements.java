package io.onhand.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fills the database in bulk, past the program but by its laws: numbers of movements without gaps,
 * each with its balance, each level their sum. The checks at the end of a run hold for these rows,
 * too.
 */
final class WorldStatements {

    private final Connection superuser;

    WorldStatements(Connection superuser) {
        this.superuser = superuser;
    }

    /** Makes the owner of everything and its database. */
    static void makeOwner(BenchServer server) {
        try (Connection connection = server.connectToServer();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create role onhand_bench_owner login createrole password 'onhand-bench'
                    """);
            statement.execute("create database onhand owner onhand_bench_owner");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Takes the lease of the audits, so that they do not run beside the measurements; the bench
     * audits at its end.
     */
    void keepQuiet() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(
                    """
                    insert into lease (name, holder, held_until)
                    values ('ledger-audit', gen_random_uuid(), now() + interval '6 hours')
                    on conflict (name) do update
                    set holder = excluded.holder, held_until = excluded.held_until
                    """);
        }
    }

    /** Gives a shop its items, and opens a level of each at each place with 1,000,000 units. */
    Shop stock(Shop shop, int items) throws SQLException {
        Shop stocked = items(shop, items);
        try (var insert =
                superuser.prepareStatement(
                        """
                        insert into stock_posting (tenant_id, posting_id, source_id, external_id,
                            revision, content_hash, type, cause_type, cause_id, actor_type,
                            actor_id, occurred_at, recorded_at, location_ids, variant_ids)
                        select ?, ('00' || substr(md5(l.location_id::text), 3))::uuid, ?,
                            'opening-' || l.code, 0, sha256(l.code::bytea), 'receipt', 'bench',
                            l.code, 'system', 'bench', now() - interval '1 hour',
                            now() - interval '1 hour',
                            array_fill(l.location_id, array[cast(count(*) as int4)]),
                            array_agg(v.variant_id)
                        from location l join variant v on v.tenant_id = l.tenant_id
                        where l.tenant_id = ? group by l.location_id, l.code
                        """)) {
            insert.setObject(1, shop.tenant().value());
            insert.setObject(2, shop.source().value());
            insert.setObject(3, shop.tenant().value());
            insert.executeUpdate();
        }
        openLevels(shop.tenant().value());
        return stocked;
    }

    private void openLevels(UUID tenant) throws SQLException {
        try (var insert =
                superuser.prepareStatement(
                        """
                        with moved as (
                            insert into stock_movement (tenant_id, location_id, variant_id,
                                level_seq, account, type, quantity, balance_after, effective_at,
                                recorded_at, posting_id, line_no, line)
                            select p.tenant_id, k.location_id, k.variant_id, 1, 1, 'receipt',
                                1000000000000, 1000000000000, p.occurred_at, p.recorded_at,
                                p.posting_id, k.place, k.place::text
                            from stock_posting p
                            cross join lateral unnest(p.location_ids, p.variant_ids)
                                with ordinality as k (location_id, variant_id, place)
                            where p.tenant_id = ?
                            returning tenant_id, location_id, variant_id, quantity,
                                effective_at, recorded_at)
                        insert into stock_level (tenant_id, location_id, variant_id, on_hand,
                            last_seq, last_effective_at, changed_at)
                        select tenant_id, location_id, variant_id, quantity, 1, effective_at,
                            recorded_at
                        from moved
                        """)) {
            insert.setObject(1, tenant);
            insert.executeUpdate();
        }
    }

    /** Gives a shop one product with variants ITEM-0000, ITEM-0001 and on. */
    Shop items(Shop shop, int count) throws SQLException {
        try (var insert =
                superuser.prepareStatement(
                        """
                        with made as (
                            insert into product (tenant_id, product_id, name, first_sku,
                                created_at)
                            select ?, ?, 'Bench', 'ITEM-0000', now() where ? > 0
                            returning tenant_id, product_id)
                        insert into variant (tenant_id, variant_id, product_id, sku, name,
                            created_at)
                        select tenant_id, ('00' || substr(md5(random()::text), 3))::uuid,
                            product_id, 'ITEM-' || lpad(i::text, 4, '0'), 'Bench', now()
                        from made cross join generate_series(0, ? - 1) as i
                        returning sku, variant_id
                        """)) {
            insert.setObject(1, shop.tenant().value());
            insert.setObject(2, new UUID(1L, shop.tenant().value().getLeastSignificantBits()));
            insert.setInt(3, count);
            insert.setInt(4, count);
            List<Shop.Item> items = new ArrayList<>();
            try (var row = insert.executeQuery()) {
                while (row.next()) {
                    items.add(new Shop.Item(row.getString(1), row.getObject(2, UUID.class)));
                }
            }
            return new Shop(
                    shop.tenant(),
                    shop.key(),
                    shop.connection(),
                    shop.source(),
                    shop.places(),
                    List.copyOf(items));
        }
    }

    /**
     * Adds movements to every level of a shop that the bench alone writes: ten units come, nine
     * sales and one loss follow, a round of ten movements each. Four lines make a posting. Rows
     * come in the order of time, as in life, so that those of a level lie apart.
     *
     * @param from the first number of the new movements
     * @param to the last
     */
    void grow(Shop shop, int from, int to) throws SQLException {
        superuser.setAutoCommit(false);
        growOpen(shop, from, to);
        setLevels(shop, to);
        superuser.commit();
        superuser.setAutoCommit(true);
    }

    private void growOpen(Shop shop, int from, int to) throws SQLException {
        try (var movements =
                        superuser.prepareStatement(
                                """
                                insert into stock_movement (tenant_id, location_id, variant_id,
                                    level_seq, account, type, quantity, balance_after,
                                    effective_at, recorded_at, posting_id, line_no, line, reason)
                                select l.tenant_id, l.location_id, v.variant_id, i, 1,
                                    case i % 10 when 1 then 'receipt' when 0 then 'adjustment'
                                        else 'sale' end,
                                    case i % 10 when 1 then 9000000 else -1000000 end,
                                    (9 - (i - 1) % 10) * 1000000,
                                    date_trunc('day', now()) - interval '1 day'
                                        * (400 - i * 3) - interval '1 minute',
                                    date_trunc('day', now()) - interval '1 day' * (400 - i * 3),
                                    ('00' || substr(md5(concat_ws('/', l.location_id,
                                        i, v.place / 4)), 3))::uuid,
                                    v.place % 4 + 1, (v.place % 4 + 1)::text,
                                    case i % 10 when 0 then 'damaged' end
                                from generate_series(?, ?) as i
                                cross join location l
                                cross join (select variant_id,
                                        row_number() over (order by sku) - 1 as place
                                    from variant where tenant_id = ?) v
                                where l.tenant_id = ?
                                order by i, l.location_id, v.place
                                """);
                var postings =
                        superuser.prepareStatement(
                                """
                                insert into stock_posting (tenant_id, posting_id, source_id,
                                    external_id, revision, content_hash, type, cause_type,
                                    cause_id, actor_type, actor_id, occurred_at, recorded_at,
                                    location_ids, variant_ids)
                                select tenant_id, posting_id, ?, posting_id::text, 0,
                                    sha256(posting_id::text::bytea), min(type), 'bench', 'bench',
                                    'system', 'bench', min(effective_at), min(recorded_at),
                                    array_agg(location_id), array_agg(variant_id)
                                from stock_movement
                                where tenant_id = ? and level_seq between ? and ?
                                group by tenant_id, posting_id
                                """)) {
            movements.setInt(1, from);
            movements.setInt(2, to);
            movements.setObject(3, shop.tenant().value());
            movements.setObject(4, shop.tenant().value());
            movements.executeUpdate();
            postings.setObject(1, shop.source().value());
            postings.setObject(2, shop.tenant().value());
            postings.setInt(3, from);
            postings.setInt(4, to);
            postings.executeUpdate();
        }
    }

    private void setLevels(Shop shop, int last) throws SQLException {
        try (var levels =
                superuser.prepareStatement(
                        """
                        insert into stock_level (tenant_id, location_id, variant_id, on_hand,
                            last_seq, last_effective_at, changed_at)
                        select tenant_id, location_id, variant_id, balance_after, level_seq,
                            effective_at, recorded_at
                        from stock_movement where tenant_id = ? and level_seq = ?
                        on conflict (tenant_id, location_id, variant_id) do update
                        set on_hand = excluded.on_hand, last_seq = excluded.last_seq,
                            last_effective_at = excluded.last_effective_at,
                            changed_at = excluded.changed_at
                        """)) {
            levels.setObject(1, shop.tenant().value());
            levels.setInt(2, last);
            levels.executeUpdate();
        }
    }

    /** What a server does by itself in time. */
    void vacuum() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
