package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** People as links and merges say. */
@ApplicationScoped
class PgPeople implements People {

    private static final String MEMBERS = """
            select subject from identity_member
            where canonical in (select canonical from identity_member where subject = $1)""";

    private final Pool pool;

    PgPeople(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<Subject>> same(Subject subject) {
        return pool.preparedQuery(MEMBERS).execute(Tuple.of(subject.key())).map(rows -> {
            Set<Subject> person = new HashSet<>(Set.of(subject));
            rows.forEach(row -> person.add(Subject.ofKey(row.getString(0))));
            return person;
        });
    }
}
