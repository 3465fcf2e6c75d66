package io.zugabe.segmentation.segment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.zugabe.segmentation.segment.RuleRevisions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The revision of the rules in force, and the lock under which they are changed. */
@ApplicationScoped
public class RuleRevisionRow implements RuleRevisions {

    private static final String READ = "select revision from rule_revision";
    private static final String LOCK = READ + " for update";
    private static final String IN_FORCE = "select segment_id from segment where in_force is not null";
    private static final String ADVANCE = "update rule_revision set revision = revision + 1";

    private final Pool pool;

    RuleRevisionRow(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> current() {
        return pool.query(READ).execute().map(rows -> rows.iterator().next().getLong(0));
    }

    /** Keeps others from changing rules until the transaction ends. */
    public static Uni<Void> lock(SqlConnection transaction) {
        return transaction.query(LOCK).execute().replaceWithVoid();
    }

    /** Ids of the segments that did not come with the service and are in force; under the lock they stay so. */
    public static Uni<List<String>> segmentsInForce(SqlConnection transaction) {
        return transaction.query(IN_FORCE).execute().map(rows -> {
            List<String> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getString(0)));
            return ids;
        });
    }

    /** Has all replicas follow once the transaction is committed. */
    public static Uni<Void> advance(SqlConnection transaction) {
        return transaction.query(ADVANCE).execute().replaceWithVoid();
    }
}
