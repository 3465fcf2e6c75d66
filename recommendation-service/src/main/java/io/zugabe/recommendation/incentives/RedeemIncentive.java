package io.zugabe.recommendation.incentives;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.recommendation.feedback.domain.TrackedOffer;
import io.zugabe.recommendation.incentives.Redemptions.Redemption;
import io.zugabe.recommendation.incentives.Redemptions.Result;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.incentives.domain.RedeemRules;
import io.zugabe.recommendation.incentives.domain.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Redeems what was promised with an offer, once; asked again for the same order it says the same. */
@Singleton
public class RedeemIncentive {

    private final IncentiveStore store;
    private final Redemptions redemptions;
    private final IncentiveClock clock;
    private final MeterRegistry metrics;

    public RedeemIncentive(IncentiveStore store, Redemptions redemptions, IncentiveClock clock, MeterRegistry metrics) {
        this.store = store;
        this.redemptions = redemptions;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Whether it can be redeemed, and why not. */
    public Uni<Result> validate(TrackedOffer offer, RedeemRules.Order order) {
        return redeem(offer, order, true);
    }

    /** When it was redeemed first; fails if it cannot be. */
    public Uni<Instant> redeem(TrackedOffer offer, RedeemRules.Order order) {
        return redeem(offer, order, false).invoke(this::count).map(RedeemIncentive::time);
    }

    private Uni<Result> redeem(TrackedOffer offer, RedeemRules.Order order, boolean dry) {
        if (offer.preview()) {
            return refused(Refusal.PREVIEW);
        }
        if (offer.promise().filter(Promise::isGiven).isEmpty()) {
            return refused(Refusal.NO_INCENTIVE);
        }
        Promise promise = offer.promise().get();
        return redemptions
                .find(offer.decision().toString(), offer.product())
                .chain(before -> before.isPresent()
                        ? again(before.get(), order)
                        : store.find(promise.incentive())
                                .chain(found -> found.isEmpty()
                                        ? refused(Refusal.EXPIRED)
                                        : first(offer, promise, found.get().incentive(), order, dry)));
    }

    private static Uni<Result> again(Redemption before, RedeemRules.Order order) {
        return before.order().equals(order.id())
                ? Uni.createFrom().item(new Result.Done(before.time()))
                : refused(Refusal.REDEEMED);
    }

    private Uni<Result> first(
            TrackedOffer offer, Promise promise, Incentive incentive, RedeemRules.Order order, boolean dry) {
        Instant now = clock.now().truncatedTo(ChronoUnit.MICROS); // as it is kept, so that it is told the same again
        Optional<Refusal> refusal = RedeemRules.judge(
                promise, offer.product(), offer.origin().anchor(), incentive.minimumBasket(), order, now);
        return refusal.isPresent()
                ? refused(refusal.get())
                : redemptions.redeem(new Redemptions.Wanted(offer, promise, incentive, order.id(), now), dry);
    }

    private static Uni<Result> refused(Refusal why) {
        return Uni.createFrom().item(new Result.Refused(why));
    }

    private void count(Result result) {
        String outcome = switch (result) {
            case Result.Done ignored -> "REDEEMED";
            case Result.Refused refused -> refused.why().name();
        };
        metrics.counter("zugabe.incentives.redemptions", "outcome", outcome).increment();
    }

    private static Instant time(Result result) {
        return switch (result) {
            case Result.Done done -> done.time();
            case Result.Refused refused ->
                throw ZugabeException.of(
                        IncentiveReason.INCENTIVE_NOT_REDEEMABLE,
                        "cannot be redeemed: " + refused.why().sentence(),
                        Map.of("refusal", refused.why().name()));
        };
    }
}
