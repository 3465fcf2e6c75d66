package io.zugabe.recommendation.insight.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.recommendation.insight.RetirementArchive;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Retired offers in the database. */
@Singleton
public class RetirementStore implements RetirementArchive {

    private static final int PAGE = 5_000;

    private static final String RETIRE = """
            insert into offer_retirement (product_id, placement, anchor_type, views, views_before, least_rate, error_bound,
                retired, retire_time)
            values ($1, $2, $3, $4, 0, $5, $6, true, now())
            on conflict (product_id, placement, anchor_type) do update set views = excluded.views,
                least_rate = excluded.least_rate, error_bound = excluded.error_bound, retired = true, retire_time = now(),
                change = nextval('offer_retirement_change')
            where not offer_retirement.retired""";

    private static final String REINSTATE = """
            update offer_retirement r set retired = false, reinstate_time = now(), reinstated_by = $4,
                views_before = coalesce((select sum(shown) from offer_cell c where c.product_id = $1 and c.placement = $2
                    and c.anchor_type = $3), 0),
                change = nextval('offer_retirement_change')
            where product_id = $1 and placement = $2 and anchor_type = $3 and retired returning r.*""";

    private static final String CHANGED = "select * from offer_retirement where change > $1 order by change limit $2";

    private static final String PAGE_OF = """
            select * from offer_retirement
            where (product_id, placement, anchor_type) > ($1, $2, $3) and (retired or $4)
            order by product_id, placement, anchor_type limit $5""";

    private final Pool pool;

    public RetirementStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> retire(List<Retired> offers) {
        List<Tuple> rows = offers.stream()
                .map(each -> Tuple.of(
                        each.product(),
                        each.placement(),
                        each.anchorType(),
                        each.views(),
                        each.leastRate(),
                        each.errorBound()))
                .toList();
        return pool.preparedQuery(RETIRE).executeBatch(rows).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Retired>> reinstate(String product, String placement, String anchorType, String actor) {
        return pool.preparedQuery(REINSTATE)
                .execute(Tuple.of(product, placement, anchorType, actor))
                .map(rows -> offers(rows).stream().findFirst());
    }

    @Override
    public Uni<List<Retired>> changed(long change) {
        return pool.preparedQuery(CHANGED).execute(Tuple.of(change, PAGE)).map(RetirementStore::offers);
    }

    @Override
    public Uni<List<Retired>> page(PageRequest page, boolean withReinstated) {
        String[] after = Arrays.copyOf(page.after().split("\n", -1), 3);
        return pool.preparedQuery(PAGE_OF)
                .execute(Tuple.of(
                        CellStore.text(after[0]),
                        CellStore.text(after[1]),
                        CellStore.text(after[2]),
                        withReinstated,
                        page.size() + 1))
                .map(RetirementStore::offers);
    }

    private static List<Retired> offers(RowSet<Row> rows) {
        List<Retired> offers = new ArrayList<>(rows.size());
        for (Row row : rows) {
            offers.add(new Retired(
                    row.getString("product_id"),
                    row.getString("placement"),
                    row.getString("anchor_type"),
                    row.getLong("views"),
                    row.getLong("views_before"),
                    row.getDouble("least_rate"),
                    row.getDouble("error_bound"),
                    row.getBoolean("retired"),
                    row.getOffsetDateTime("retire_time").toInstant(),
                    Optional.ofNullable(row.getOffsetDateTime("reinstate_time")).map(OffsetDateTime::toInstant),
                    row.getString("reinstated_by"),
                    row.getLong("change")));
        }
        return offers;
    }
}
