package io.zugabe.segmentation.segment.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.segment.SegmentMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Memberships in PostgreSQL, which assessments write. */
@ApplicationScoped
class PostgresMembers implements SegmentMembers {

    private static final String SIZE = "select count(*) from segment_membership where segment_id = $1";
    private static final String AFTER = """
            select subject, since_time, segment_version from segment_membership
            where segment_id = $1 and subject > $2 order by subject limit $3""";

    private final Pool pool;

    PostgresMembers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Long> size(String segmentId) {
        return pool.preparedQuery(SIZE)
                .execute(Tuple.of(segmentId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<List<Member>> after(String segmentId, String key, int most) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(segmentId, key, most)).map(rows -> {
            List<Member> members = new ArrayList<>();
            rows.forEach(row -> members.add(member(row)));
            return members;
        });
    }

    private static Member member(Row row) {
        return new Member(
                Subject.ofKey(row.getString(0)), row.getOffsetDateTime(1).toInstant(), row.getInteger(2));
    }
}
