package io.zugabe.segmentation.segment.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a segment.
 *
 * @param number from 1
 * @param author who made it
 * @param publishTime when it was put in force, most recently; empty if it never was
 * @param replaces the version that was in force before it; 0 for none
 */
public record SegmentVersion(
        SegmentDefinition definition,
        int number,
        String author,
        Instant createTime,
        Optional<Instant> publishTime,
        int replaces) {

    SegmentVersion published(Instant now, int replaced) {
        return new SegmentVersion(definition, number, author, createTime, Optional.of(now), replaced);
    }

    SegmentVersion publishedAgain(Instant now) {
        return published(now, replaces);
    }
}
