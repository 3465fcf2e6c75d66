package io.zugabe.recommendation.insight.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.insight.CellArchive;
import io.zugabe.recommendation.insight.domain.CellKey;
import io.zugabe.recommendation.insight.domain.Counts;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counts of offers in the database. */
@Singleton
public class CellStore implements CellArchive {

    private static final int PAGE = 10_000;

    private static final String COUNTED = "select position, generation from offer_position";

    private static final String CHANGED = """
            select cell_no, placement, product_id, anchor_type, source, segment, shown, clicked, added, dismissed,
                interested, bought, returned, expected_micros, position
            from offer_cell where (position, cell_no) > ($1, $2) order by position, cell_no limit $3""";

    private static final String PAGE_OF = """
            select product_id, placement, anchor_type, sum(shown)::int8 as shown, sum(clicked)::int8 as clicked,
                sum(added)::int8 as added, sum(dismissed)::int8 as dismissed, sum(interested)::int8 as interested,
                sum(bought)::int8 as bought, sum(returned)::int8 as returned,
                sum(expected_micros)::int8 as expected_micros
            from offer_cell
            where (product_id, placement, anchor_type) > ($1, $2, $3) and ($4 = '' or product_id = $4)
                and ($5 = '' or placement = $5)
            group by product_id, placement, anchor_type
            having sum(shown) > 0
            order by product_id, placement, anchor_type limit $6""";

    private final Pool pool;

    public CellStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Counted> counted() {
        return pool.query(COUNTED).execute().map(rows -> {
            var row = rows.iterator().next();
            return new Counted(row.getLong(0), row.getLong(1));
        });
    }

    @Override
    public Uni<List<Cell>> changed(long position, int cell) {
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(position, cell, PAGE))
                .map(rows -> {
                    List<Cell> cells = new ArrayList<>(rows.size());
                    for (io.vertx.mutiny.sqlclient.Row row : rows) {
                        CellKey key = new CellKey(
                                row.getString("placement"),
                                row.getString("product_id"),
                                row.getString("anchor_type"),
                                row.getString("source"),
                                row.getString("segment"));
                        cells.add(new Cell(row.getInteger("cell_no"), row.getLong("position"), key, counts(row)));
                    }
                    return cells;
                });
    }

    @Override
    public Uni<List<Row>> page(PageRequest page, String product, String placement) {
        String[] after = Arrays.copyOf(page.after().split("\n", -1), 3);
        return pool.preparedQuery(PAGE_OF)
                .execute(Tuple.of(text(after[0]), text(after[1]), text(after[2]), product, placement, page.size() + 1))
                .map(rows -> {
                    List<Row> found = new ArrayList<>(rows.size());
                    for (io.vertx.mutiny.sqlclient.Row row : rows) {
                        found.add(new Row(
                                row.getString("product_id"),
                                row.getString("placement"),
                                row.getString("anchor_type"),
                                counts(row)));
                    }
                    return found;
                });
    }

    static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    private static Counts counts(io.vertx.mutiny.sqlclient.Row row) {
        return new Counts(
                row.getLong("shown"),
                row.getLong("clicked"),
                row.getLong("added"),
                row.getLong("dismissed"),
                row.getLong("interested"),
                row.getLong("bought"),
                row.getLong("returned"),
                row.getLong("expected_micros"));
    }
}
