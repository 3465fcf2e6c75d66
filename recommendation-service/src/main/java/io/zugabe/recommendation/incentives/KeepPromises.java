package io.zugabe.recommendation.incentives;

import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.incentives.domain.Leased;
import io.zugabe.recommendation.incentives.domain.Promise;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sets aside what a decision promises, from money that this replica leased before: nothing is asked for, nothing written. If it
 * is not enough, the incentive is closed, and the decision must be made again without it.
 */
@Singleton
public class KeepPromises {

    /** What is decided for another time than now is a what-if: nothing can be promised for then. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Optional<Leased> NOTHING = Optional.of(Leased.NOTHING);

    private final Leases leases;
    private final LiveIncentives live;

    public KeepPromises(Leases leases, LiveIncentives live) {
        this.leases = leases;
        this.live = live;
    }

    /** What the promises are paid from; empty if there is not enough for one of them. */
    public Optional<Leased> keep(Decision decision, OfferRequest request, Instant now) {
        boolean promised = false;
        for (Offer offer : decision.offers()) {
            promised |= offer.promise().isPresent();
        }
        return promised && !isWhatIf(request, now) ? take(decision, now) : NOTHING;
    }

    private static boolean isWhatIf(OfferRequest request, Instant now) {
        return request.preview()
                || request.time()
                        .filter(time -> Duration.between(now, time).abs().compareTo(TOLERANCE) > 0)
                        .isPresent();
    }

    private Optional<Leased> take(Decision decision, Instant now) {
        Map<Lease, Long> taken = new HashMap<>();
        Map<String, Long> leased = new HashMap<>();
        for (Offer offer : decision.offers()) {
            Promise promise = offer.promise().filter(Promise::isGiven).orElse(null);
            if (promise == null) {
                continue;
            }
            Lease lease = leases.take(promise.incentive(), promise.cost(), now);
            if (lease == null) {
                taken.forEach(Lease::putBack);
                live.close(promise.incentive());
                return Optional.empty();
            }
            taken.merge(lease, promise.cost(), Long::sum);
            leased.put(promise.incentive(), lease.number());
        }
        return Optional.of(new Leased(leased));
    }
}
