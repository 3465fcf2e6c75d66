package io.zugabe.segmentation.segment;

import io.zugabe.segmentation.segment.domain.SegmentVersion;
import java.util.List;
import java.util.Optional;

/** The segments that come with the service. */
public interface BuiltInSegments {

    /** They, by id; always in force. */
    List<SegmentVersion> versions();

    /** One of them. */
    default Optional<SegmentVersion> find(String segmentId) {
        return versions().stream()
                .filter(version -> version.definition().id().equals(segmentId))
                .findFirst();
    }
}
