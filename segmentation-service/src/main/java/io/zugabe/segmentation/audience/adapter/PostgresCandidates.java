package io.zugabe.segmentation.audience.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.audience.Candidates;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.audience.domain.Treatability;
import io.zugabe.segmentation.feature.adapter.FeatureCodec;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.SegmentMembership;
import io.zugabe.segmentation.v1.Treatment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Customers as they were assessed, with their profiles. */
@ApplicationScoped
class PostgresCandidates implements Candidates {

    private static final String PAGE = """
            select subject, assess_time, features, message from assessed
            where subject > $1 and subject >= $2 and subject < $3
            order by subject limit $4""";

    /** Looks at members only: a small segment among a million customers is a short list. */
    private static final String PAGE_OF_SEGMENT = """
            select m.subject, a.assess_time, a.features, a.message
            from (
                select subject from segment_membership
                where subject > $1 and subject >= $2 and subject < $3 and segment_id = $5
                order by subject limit $4
            ) as m
            left join assessed a on a.subject = m.subject
            order by m.subject""";

    private static final String FIND =
            "select subject, assess_time, features, message from assessed where subject = any ($1)";

    /** The planner's estimate: counting a million takes longer than it is worth. */
    private static final String ESTIMATE =
            "select greatest(reltuples, 0)::bigint from pg_class where oid = 'assessed'::regclass";

    private final Pool pool;
    private final ProfileGroups groups;

    PostgresCandidates(Pool pool, ProfileGroups groups) {
        this.pool = pool;
        this.groups = groups;
    }

    @Override
    public Uni<Page> page(KeyRange range, String after, String segmentId, int most) {
        Tuple page = Tuple.of(after, range.from(), range.before(), most);
        return (segmentId.isEmpty()
                        ? pool.preparedQuery(PAGE).execute(page)
                        : pool.preparedQuery(PAGE_OF_SEGMENT).execute(page.addString(segmentId)))
                .chain(rows -> candidates(rows).map(candidates -> new Page(candidates, lastKey(rows))));
    }

    private static Optional<String> lastKey(RowSet<Row> rows) {
        String last = "";
        for (Row row : rows) {
            last = row.getString(0);
        }
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    @Override
    public Uni<List<Candidate>> find(Collection<Subject> subjects) {
        String[] keys = subjects.stream().map(Subject::key).toArray(String[]::new);
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(keys))
                .chain(this::candidates);
    }

    @Override
    public Uni<Long> estimate() {
        return pool.preparedQuery(ESTIMATE)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Whoever has no profile any more was erased, or belongs to somebody else by now. */
    private Uni<List<Candidate>> candidates(RowSet<Row> rows) {
        List<Subject> subjects = new ArrayList<>(rows.size());
        rows.forEach(row -> subjects.add(Subject.ofKey(row.getString(0))));
        return groups.load(subjects).map(profiles -> {
            List<Candidate> candidates = new ArrayList<>(rows.size());
            for (Row row : rows) {
                Subject subject = Subject.ofKey(row.getString(0));
                ServedProfile served = profiles.get(subject);
                if (row.getValue(1) != null
                        && served != null
                        && served.subject().equals(subject)) {
                    candidates.add(candidate(served, row));
                }
            }
            return candidates;
        });
    }

    private static Candidate candidate(ServedProfile served, Row row) {
        Assessment assessment = assessment(row.getBuffer(3).getBytes());
        Set<String> segments = assessment.getSegmentsList().stream()
                .map(SegmentMembership::getSegmentId)
                .collect(Collectors.toSet());
        return new Candidate(
                served.profile(),
                FeatureCodec.decode(row.getBuffer(2).getBytes()),
                segments,
                assessment.hasTreatment() ? treatability(assessment.getTreatment()) : Treatability.UNKNOWN,
                row.getOffsetDateTime(1).toInstant());
    }

    /** Choosing somebody by what is known of them, and addressing them unasked, must both be allowed. */
    private static Treatability treatability(Treatment treatment) {
        return new Treatability(
                true,
                treatment.getAllowed() && !treatment.getAnonymous() && !treatment.getOnlyWhenTriggered(),
                new HashSet<>(treatment.getAllowedChannelsList()));
    }

    private static Assessment assessment(byte[] bytes) {
        try {
            return Assessment.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored assessment cannot be read; a sweep makes it anew", e);
        }
    }
}
