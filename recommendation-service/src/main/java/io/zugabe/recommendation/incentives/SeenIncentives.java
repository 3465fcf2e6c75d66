package io.zugabe.recommendation.incentives;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Notes which offers were seen with an incentive, or deliberately without, so that its effect can be counted. */
@Singleton
public class SeenIncentives {

    private static final Logger LOG = Logger.getLogger(SeenIncentives.class);

    private final IncentiveCounts counts;
    private final IncentiveClock clock;
    private final Counter lost;

    public SeenIncentives(IncentiveCounts counts, IncentiveClock clock, MeterRegistry metrics) {
        this.counts = counts;
        this.clock = clock;
        this.lost = metrics.counter("zugabe.incentives.views.lost");
    }

    /** Notes those that were seen; feedback does not fail with it. */
    public Uni<Void> seen(List<TrackedOffer> offers) {
        List<TrackedOffer> promised = offers.stream()
                .filter(offer -> offer.promise().isPresent() && !offer.preview())
                .toList();
        return promised.isEmpty()
                ? Uni.createFrom().voidItem()
                : counts.seen(promised, clock.now()).onFailure().recoverWithItem(failure -> {
                    LOG.warnf("Views of offers with incentives are not counted: %s", failure.getMessage());
                    lost.increment(promised.size());
                    return null;
                });
    }
}
