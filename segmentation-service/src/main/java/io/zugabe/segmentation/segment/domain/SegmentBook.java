package io.zugabe.segmentation.segment.domain;

import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All segments in force. Immutable; safe for use by several threads. */
public final class SegmentBook {

    /** Segments in force at most, so that a customer is in no more either. */
    public static final int MOST_IN_FORCE = 200;

    private final long revision;
    private final NavigableMap<String, PublishedSegment> segments;

    /**
     * @param revision grows with every change of what is in force
     */
    public SegmentBook(long revision, Collection<PublishedSegment> inForce) {
        NavigableMap<String, PublishedSegment> sorted = new TreeMap<>();
        inForce.forEach(segment -> sorted.put(segment.id(), segment));
        this.revision = revision;
        this.segments = sorted;
    }

    public long revision() {
        return revision;
    }

    /** Ids of the segments in force, sorted. */
    public List<String> ids() {
        return List.copyOf(segments.keySet());
    }

    public Optional<PublishedSegment> find(String id) {
        return Optional.ofNullable(segments.get(id));
    }

    /** The segments that a customer is in, sorted by id. */
    public List<SegmentMatch> evaluate(FeatureVector features) {
        List<SegmentMatch> matches = new ArrayList<>();
        for (PublishedSegment segment : segments.values()) {
            if (segment.condition().evaluate(features).holds()) {
                matches.add(new SegmentMatch(
                        segment.id(), segment.version(), segment.evidence().why(features)));
            }
        }
        return matches;
    }
}
