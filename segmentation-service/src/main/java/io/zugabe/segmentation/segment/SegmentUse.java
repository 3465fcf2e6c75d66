package io.zugabe.segmentation.segment;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who needs segments. */
public interface SegmentUse {

    /** The rules in force now that ask for a segment, in their order, each for a person. */
    Uni<List<String>> rulesAskingFor(String segmentId);
}
