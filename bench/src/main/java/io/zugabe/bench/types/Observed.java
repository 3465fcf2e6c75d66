package io.zugabe.bench.types;

import io.zugabe.bench.simulation.ShopEvent;
import io.zugabe.bench.simulation.ShopSimulation;
import io.zugabe.bench.simulation.Shopper;
import io.zugabe.segmentation.crossbuyer.domain.ProfileMonths;
import io.zugabe.segmentation.crossbuyer.domain.PurchaseHistory;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.adapter.EventReader;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the service knows of a shopper: their events as the API carries them, read and merged into a profile.
 * Merged by halves, which gives the same profile as one by one, and sooner.
 */
record Observed(PurchaseHistory history, FeatureVector features) {

    /** What this shop says that handling a returned unit costs it, in euros. */
    private static final double RETURN_COST = 4;

    private static final EventReader READER = new EventReader();

    static Observed of(ShopSimulation simulation, Shopper shopper, Instant now) {
        List<CustomerEvent> events = simulation.events(shopper).stream()
                .map(event -> decode(shopper, event))
                .toList();
        Profile profile = profile(Profile.empty(Subject.customer(shopper.id()), Limits.STANDARD), events);
        YearMonth running = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        // every order's cost is known, so nobody's margin rests on what others' is
        PurchaseHistory history = new ProfileMonths(Double.NaN, RETURN_COST).history(profile.months(), running);
        return new Observed(history, Features.STANDARD.read(profile, now));
    }

    /** Contribution of an order on average, in euros; 0 if there was none. */
    double profitPerOrder() {
        return history.contributionPerOrder();
    }

    private static CustomerEvent decode(Shopper shopper, ShopEvent event) {
        var payload = EventMessages.message(shopper.id(), event).toByteString().asReadOnlyByteBuffer();
        return READER.decode(new LoggedEvent(1, event.time(), payload));
    }

    private static Profile profile(Profile empty, List<CustomerEvent> events) {
        int half = events.size() / 2;
        return switch (events.size()) {
            case 0 -> empty;
            case 1 -> empty.with(events.getFirst());
            default ->
                profile(empty, events.subList(0, half)).merge(profile(empty, events.subList(half, events.size())));
        };
    }
}
