package io.zugabe.recommendation.taste.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.taste.PurchaseHistory;
import io.zugabe.recommendation.taste.domain.PurchasesBuilder;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads orders page by page, the latest first. */
@Singleton
public class PgPurchaseHistory implements PurchaseHistory {

    private static final int PAGE = 2_000;
    private static final double SECONDS_OF_DAY = 86_400;

    /** Stands before a customer's id; visitors come and go. */
    private static final String CUSTOMER = "c:";

    private static final String PAGE_OF_BASKETS = """
            select b.basket_no, b.subject, extract(epoch from b.order_time)::float8 as seconds,
                array_agg(l.product_id) filter (where l.returned < l.quantity) as products
            from (select basket_no, subject, order_time from basket
                  where basket_no < $1 order by basket_no desc limit $2) b
            left join basket_line l using (basket_no)
            group by b.basket_no, b.subject, b.order_time
            order by b.basket_no desc""";

    private final Pool pool;

    public PgPurchaseHistory(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<PurchasesBuilder> read(int most) {
        return read(Integer.MAX_VALUE, most, new PurchasesBuilder());
    }

    private Uni<PurchasesBuilder> read(int before, int most, PurchasesBuilder orders) {
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
    private static int addAll(RowSet<Row> page, PurchasesBuilder orders) {
        int least = Integer.MAX_VALUE;
        for (Row row : page) {
            least = row.getInteger("basket_no");
            String @Nullable [] products = row.getArrayOfStrings("products");
            if (products != null) {
                orders.add(
                        customer(row.getString("subject")),
                        row.getDouble("seconds") / SECONDS_OF_DAY,
                        List.of(products));
            }
        }
        return least;
    }

    private static String customer(String subject) {
        return subject.startsWith(CUSTOMER) ? subject : "";
    }
}
