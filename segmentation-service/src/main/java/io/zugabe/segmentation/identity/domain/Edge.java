package io.zugabe.segmentation.identity.domain;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Stamp;
import java.util.Optional;

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

    /** What an event states; empty for events about something else. */
    static Optional<Edge> statedBy(CustomerEvent event) {
        if (event.what() instanceof Happening.IdentityLinked linked) {
            return Optional.of(new Link(Subject.visitor(linked.visitor()), event.subject(), event.stamp()));
        }
        if (event.what() instanceof Happening.CustomersMerged merged) {
            return Optional.of(new Merge(Subject.customer(merged.merged()), event.subject(), event.stamp()));
        }
        return Optional.empty();
    }

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
