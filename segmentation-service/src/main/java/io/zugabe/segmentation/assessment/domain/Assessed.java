package io.zugabe.segmentation.assessment.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.log.domain.Subject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/**
 * What was concluded about a customer or visitor.
 *
 * @param subject the canonical one
 * @param revision grows with every assessment, of whomever
 * @param version position of the last event in the profile that was assessed
 * @param time when it was made
 * @param segments that the subject is in, sorted by id
 * @param message the API's Assessment; read only, never consumed
 */
public record Assessed(
        Subject subject,
        long revision,
        long version,
        Instant time,
        FeatureVector features,
        List<InSegment> segments,
        ByteBuffer message) {

    /**
     * Being in a segment.
     *
     * @param version of the segment
     * @param since without a break
     */
    public record InSegment(String segmentId, int version, Instant since) {}
}
