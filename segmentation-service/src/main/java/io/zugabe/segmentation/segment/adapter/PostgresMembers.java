package io.zugabe.segmentation.segment.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.segment.SegmentMembers;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.v1.Assessment;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Memberships in PostgreSQL, which assessments write. */
@ApplicationScoped
class PostgresMembers implements SegmentMembers {

    private static final String SIZE = "select count(*) from segment_membership where segment_id = $1";
    private static final String AFTER = """
            select m.subject, m.since_time, m.segment_version, a.message
            from segment_membership m left join assessed a on a.subject = m.subject
            where m.segment_id = $1 and m.subject > $2 order by m.subject limit $3""";

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
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(segmentId, key, most))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> {
                    List<Member> members = new ArrayList<>();
                    rows.forEach(row -> members.add(member(segmentId, row)));
                    return members;
                });
    }

    private static Member member(String segmentId, Row row) {
        Buffer assessment = row.getBuffer(3);
        return new Member(
                Subject.ofKey(row.getString(0)),
                row.getOffsetDateTime(1).toInstant(),
                row.getInteger(2),
                assessment == null ? LocalizedText.EMPTY : why(segmentId, assessment.getBytes()));
    }

    private static LocalizedText why(String segmentId, byte[] assessment) {
        try {
            return Assessment.parseFrom(assessment).getSegmentsList().stream()
                    .filter(membership -> membership.getSegmentId().equals(segmentId))
                    .map(membership -> DefinitionMessages.text(membership.getWhy()))
                    .findFirst()
                    .orElse(LocalizedText.EMPTY);
        } catch (InvalidProtocolBufferException corrupt) {
            throw new UncheckedIOException("a stored assessment cannot be read", corrupt);
        }
    }
}
