package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.util.List;
import java.util.Map;

/**
 * How many customers a version of a target group has.
 *
 * @param matching of the audience
 * @param excluded of these: left out
 * @param sample some of those to be exported, drawn by a hash
 */
public record GroupSize(
        long matching, Map<Exclusion, Long> excluded, long heldOut, long exported, List<Subject> sample) {

    public GroupSize {
        excluded = Map.copyOf(excluded);
        sample = List.copyOf(sample);
    }

    /** Who may be addressed. */
    public long eligible() {
        return heldOut + exported;
    }
}
