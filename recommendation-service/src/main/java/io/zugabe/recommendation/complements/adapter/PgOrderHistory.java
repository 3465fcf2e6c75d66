package io.zugabe.recommendation.complements.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.baskets.domain.SubjectKey;
import io.zugabe.recommendation.complements.OrderHistory;
import io.zugabe.recommendation.complements.domain.Orders;
import io.zugabe.recommendation.products.domain.ProductIds;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads orders page by page, the latest first. */
@Singleton
public class PgOrderHistory implements OrderHistory {

    private static final int PAGE = 2_000;
    private static final long SECONDS_OF_MINUTE = 60;

    private static final String PAGE_OF_BASKETS = """
            select basket_no, subject, order_time,
                array_agg(product_id) filter (where returned < quantity) as products
            from (select * from basket where basket_no < $1 order by basket_no desc limit $2) page
            join basket_line using (basket_no)
            group by basket_no, subject, order_time
            order by basket_no desc""";

    private final Pool pool;
    private final ProductIds ids;

    public PgOrderHistory(Pool pool, ProductIds ids) {
        this.pool = pool;
        this.ids = ids;
    }

    @Override
    public Uni<Orders> read(int most) {
        return read(Integer.MAX_VALUE, most, new Orders());
    }

    private Uni<Orders> read(int before, int most, Orders orders) {
        int wanted = Math.min(PAGE, most - orders.size());
        return wanted <= 0
                ? Uni.createFrom().item(orders)
                : pool.preparedQuery(PAGE_OF_BASKETS)
                        .execute(Tuple.of(before, wanted))
                        .chain(page -> page.size() == 0
                                ? Uni.createFrom().item(orders)
                                : read(addAll(page, orders), most, orders));
    }

    /** Returns the least number of the page. */
    private int addAll(RowSet<Row> page, Orders orders) {
        int least = Integer.MAX_VALUE;
        for (Row row : page) {
            least = row.getInteger("basket_no");
            String @Nullable [] products = row.getArrayOfStrings("products");
            if (products != null) {
                orders.add(
                        SubjectKey.of(row.getString("subject")),
                        (int) (row.getOffsetDateTime("order_time").toEpochSecond() / SECONDS_OF_MINUTE),
                        Stream.of(products).mapToInt(ids::numberOf).toArray());
            }
        }
        return least;
    }
}
