package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import java.time.Instant;
import java.util.List;

/** Who is in segments, as of their latest assessment. */
public interface SegmentMembers {

    /** Number of the members of a segment. */
    Uni<Long> size(String segmentId);

    /** Members of a segment by key, after one. */
    Uni<List<Member>> after(String segmentId, String key, int most);

    /**
     * A member, since when, and by which version of the segment.
     *
     * @param why empty if a newer assessment says no more
     */
    record Member(Subject subject, Instant since, int version, LocalizedText why) {}
}
