package io.zugabe.segmentation.identity.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.identity.Persons;
import io.zugabe.segmentation.identity.domain.Membership;
import io.zugabe.segmentation.log.domain.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** People as links and merges say, in PostgreSQL. */
@ApplicationScoped
class PostgresPersons implements Persons {

    private static final String READ =
            "select subject, canonical, counted from identity_member where subject = any ($1)";

    private final Pool pool;

    PostgresPersons(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<Subject, Membership>> of(Collection<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        return pool.preparedQuery(READ)
                .execute(Tuple.tuple().addArrayOfString(keys))
                .map(PostgresIdentities::memberships);
    }
}
