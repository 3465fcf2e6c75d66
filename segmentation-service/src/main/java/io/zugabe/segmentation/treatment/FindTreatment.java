package io.zugabe.segmentation.treatment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.segment.AssessedCustomers;
import io.zugabe.segmentation.segment.AssessedCustomers.Customer;
import io.zugabe.segmentation.segment.CurrentSegments;
import io.zugabe.segmentation.segment.domain.SegmentMatch;
import io.zugabe.segmentation.treatment.domain.ProfileFacts;
import io.zugabe.segmentation.treatment.domain.Treatment;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers whether and how a customer may be made offers, now. */
@Singleton
public class FindTreatment {

    private final AssessedCustomers customers;
    private final CurrentSegments segments;
    private final CurrentPolicy policy;
    private final Clock clock;

    FindTreatment(AssessedCustomers customers, CurrentSegments segments, CurrentPolicy policy, Clock clock) {
        this.customers = customers;
        this.segments = segments;
        this.policy = policy;
        this.clock = clock;
    }

    /** The answer for a customer; empty if nothing is known of them. */
    public Uni<Optional<Found>> find(Subject subject) {
        return customers.find(subject).map(customer -> customer.map(this::decide));
    }

    private Found decide(Customer customer) {
        List<String> ids = segments.book().evaluate(customer.features()).stream()
                .map(SegmentMatch::segmentId)
                .toList();
        Treatment treatment =
                policy.policy().decide(ProfileFacts.of(customer.profile(), customer.features(), ids), clock.instant());
        return new Found(treatment, ids);
    }

    /** The answer, and the segments that it rests on. */
    public record Found(Treatment treatment, List<String> segments) {}
}
