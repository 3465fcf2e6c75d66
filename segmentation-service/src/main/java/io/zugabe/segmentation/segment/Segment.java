package io.zugabe.segmentation.segment;

import io.zugabe.segmentation.segment.domain.SegmentState;
import io.zugabe.segmentation.segment.domain.SegmentVersion;
import java.util.Optional;

/** A segment as it is shown. */
public sealed interface Segment {

    String id();

    Optional<SegmentVersion> inForce();

    String etag();

    /** One that comes with the service. */
    record BuiltIn(SegmentVersion version) implements Segment {
        @Override
        public String id() {
            return version.definition().id();
        }

        @Override
        public Optional<SegmentVersion> inForce() {
            return Optional.of(version);
        }

        @Override
        public String etag() {
            return "built-in-" + version.number();
        }
    }

    /** One that people made. */
    record Own(SegmentState state) implements Segment {
        @Override
        public String id() {
            return state.id();
        }

        @Override
        public Optional<SegmentVersion> inForce() {
            return state.inForce();
        }

        @Override
        public String etag() {
            return Long.toString(state.revision());
        }
    }
}
