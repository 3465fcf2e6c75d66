package io.zugabe.segmentation.identity.domain;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Stamp;

/** A statement that two ids are one person. */
public sealed interface Edge {

    /** When it was stated. */
    Stamp stamp();

    /** The one that is taken up. */
    Subject from();

    /** The one that takes it up. */
    Subject into();

    /** Of two statements about the same two, the one that counts. */
    Edge stronger(Edge other);

    /** A visitor is a customer; of several the earliest counts. */
    record Link(Subject from, Subject into, Stamp stamp) implements Edge {
        @Override
        public Edge stronger(Edge other) {
            return other.stamp().compareTo(stamp) < 0 ? other : this;
        }
    }

    /** A customer is another one; the latest of a group says who stays. */
    record Merge(Subject from, Subject into, Stamp stamp) implements Edge {
        @Override
        public Edge stronger(Edge other) {
            return other.stamp().compareTo(stamp) > 0 ? other : this;
        }
    }
}
