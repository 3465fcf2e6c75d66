package io.zugabe.segmentation.audience;

import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.Treatability;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.feature.domain.Traits;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.ReturnCause;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.TraitValue;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds customers of what happened to them. */
public final class Shoppers {

    /** When they are assessed. */
    public static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private static final Features FEATURES = Features.STANDARD.with(List.of(
            Traits.feature("pet", Feature.Type.TEXT, ""), Traits.feature("income", Feature.Type.NUMBER, "EUR")));

    private final Set<String> segments = new HashSet<>();
    private Profile profile;
    private Treatability treatability = new Treatability(true, true, Set.of());
    private int events;

    private Shoppers(Subject subject) {
        this.profile = Profile.empty(subject, Limits.STANDARD);
    }

    /** A customer of whom nothing is known, and whom one may address. */
    public static Shoppers customer(String id) {
        return new Shoppers(Subject.customer(id));
    }

    /** A visitor of whom nothing is known. */
    public static Shoppers visitor(String id) {
        return new Shoppers(Subject.visitor(id));
    }

    /** Something happened to them. */
    public Shoppers with(Happening happening) {
        events++;
        Stamp stamp = new Stamp(
                NOW.minusSeconds(86_400L * 30 - events), profile.subject().key() + "-" + events);
        profile = profile.with(new CustomerEvent(stamp, profile.subject(), "web", happening));
        return this;
    }

    /** They bought a product of a category for 10 €. */
    public Shoppers bought(String product, String category) {
        return with(new Happening.Purchased(List.of(line(product, category))));
    }

    /** They returned it. */
    public Shoppers returned(String product, String category) {
        return with(new Happening.Returned(ReturnCause.CUSTOMER, List.of(line(product, category))));
    }

    private static Happening.Line line(String product, String category) {
        return new Happening.Line(product, 1, 100_000, 0, null, category);
    }

    /** They looked at a product. */
    public Shoppers viewed(String product) {
        return with(new Happening.Viewed(List.of(product)));
    }

    /** They have a pet. */
    public Shoppers pet(String pet) {
        return with(new Happening.TraitsChanged(Map.of("pet", new TraitValue.Text(pet))));
    }

    /** They earn so much. */
    public Shoppers income(double euros) {
        return with(new Happening.TraitsChanged(Map.of("income", new TraitValue.Number(euros, "EUR"))));
    }

    /** They consented to something, or refused. */
    public Shoppers consents(String purpose, boolean granted) {
        return with(new Happening.ConsentChanged(purpose, granted));
    }

    /** They are in a segment. */
    public Shoppers in(String segmentId) {
        segments.add(segmentId);
        return this;
    }

    /** What the treatment policy says of them. */
    public Shoppers treated(Treatability verdict) {
        treatability = verdict;
        return this;
    }

    /** As target groups see them. */
    public Candidate assessed() {
        return new Candidate(profile, FEATURES.read(profile, NOW), segments, treatability, NOW);
    }
}
