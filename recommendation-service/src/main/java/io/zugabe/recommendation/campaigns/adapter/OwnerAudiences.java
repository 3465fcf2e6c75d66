package io.zugabe.recommendation.campaigns.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.recommendation.campaigns.Audiences.Members;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.Bucket;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Customers who bought, and kept, what some products fit, by the orders that are counted here. */
@Singleton
public class OwnerAudiences {

    private static final int AT_ONCE = 500;

    /** Products that something fits: more are not asked for, the best first. */
    private static final int MOST_HOSTS = 50_000;

    private static final String OWNERS = """
            select distinct subject from basket_line join basket using (basket_no)
            where product_id = any($1) and returned < quantity and subject like 'c:%' and subject > $2
            order by subject limit $3""";

    private final CatalogReplica catalog;

    public OwnerAudiences(CatalogReplica catalog) {
        this.catalog = catalog;
    }

    /**
     * A page of them; fails until the catalog is there.
     *
     * @param page the last one of the page before; empty for the first page
     */
    Uni<Members> members(List<String> products, String page, SqlConnection transaction) {
        return catalog.current()
                .map(snapshot -> transaction
                        .preparedQuery(OWNERS)
                        .execute(Tuple.of(hosts(products, snapshot), page, AT_ONCE))
                        .map(OwnerAudiences::members))
                .orElseGet(
                        () -> Uni.createFrom().failure(new IllegalStateException("the catalog has not arrived yet")));
    }

    private static Members members(RowSet<Row> rows) {
        List<String> subjects = new ArrayList<>();
        rows.forEach(row -> subjects.add(row.getString("subject")));
        return new Members(subjects, subjects.size() < AT_ONCE ? "" : subjects.getLast());
    }

    private static String[] hosts(List<String> products, CatalogSnapshot snapshot) {
        Set<String> hosts = new LinkedHashSet<>();
        products.forEach(id -> snapshot.find(id).ifPresent(product -> addHosts(product, snapshot, hosts)));
        return hosts.stream().limit(MOST_HOSTS).toArray(String[]::new);
    }

    private static void addHosts(Product part, CatalogSnapshot snapshot, Set<String> hosts) {
        for (long group : snapshot.fit().hostsOf(part.fitGroup()).keySet()) {
            Bucket bucket = snapshot.fitGroup(group);
            for (int place = 0; place < bucket.size() && hosts.size() < MOST_HOSTS; place++) {
                Product host = snapshot.product(bucket.at(place));
                if (host != null && snapshot.fit().matchAsHost(host, part).isPresent()) {
                    hosts.add(host.id());
                }
            }
        }
    }
}
