package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Beside the list: what of the candidates that passed all gates fills what is missing to free shipping. It must go with
 * something in the cart, or be due again; what exceeds the gap least comes first. Nothing is offered that exceeds it by more
 * than half of the order value from which on shipping is free: to spare the shipping nobody buys a second camera.
 */
final class FillGap {

    private static final int MOST = 3;
    private static final int LARGEST_EXCESS = 2;
    private static final Set<OfferKind> KINDS =
            EnumSet.of(OfferKind.ADD_ON, OfferKind.SERVICE, OfferKind.REPLENISHMENT);

    private FillGap() {}

    /**
     * The gap; empty where there is no cart, nothing is missing, or shipping never is free.
     *
     * @param begin begins a stage of the trace
     */
    static Optional<ShippingGap> of(
            List<Valued> paying, Situation situation, Function<String, StageTrace.Writer> begin) {
        long freeFrom = freeFrom(situation);
        long missing = freeFrom - situation.products().cartMicros();
        if (freeFrom == 0 || missing <= 0 || situation.products().cart().isEmpty()) {
            return Optional.empty();
        }
        StageTrace.Writer trace = begin.apply("shipping");
        String currency = situation.products().cart().getFirst().price().currency();
        Money gap = new Money(currency, missing);
        List<Valued> chosen = choose(paying, situation, missing, missing + freeFrom / LARGEST_EXCESS);
        trace.note(() -> "To free shipping " + gap.amount() + " " + currency + " are missing; " + chosen.size() + " of "
                + paying.size() + " candidates that may be offered fill the gap best.");
        List<Offer> offers = new ArrayList<>(chosen.size());
        for (Offer offer : Reasons.render(chosen, situation, trace)) {
            offers.add(
                    IncentiveReasons.fillingGap(offer, gap, situation.request().locale()));
        }
        return Optional.of(new ShippingGap(new Money(currency, freeFrom), gap, offers));
    }

    private static long freeFrom(Situation situation) {
        return situation
                .request()
                .freeShippingFrom()
                .map(Money::micros)
                .orElse(situation.snapshot().incentives().freeFrom());
    }

    private static List<Valued> choose(List<Valued> paying, Situation situation, long least, long most) {
        List<Valued> filling = new ArrayList<>();
        for (Valued valued : paying) {
            long price = valued.candidate().product().price().micros();
            boolean fitsBasket =
                    !valued.candidate().links().isEmpty() || valued.candidate().kind() == OfferKind.REPLENISHMENT;
            if (price >= least
                    && price <= most
                    && fitsBasket
                    && KINDS.contains(valued.candidate().kind())) {
                filling.add(valued);
            }
        }
        filling.sort(Comparator.<Valued>comparingLong(
                        valued -> valued.candidate().product().price().micros())
                .thenComparing(valued -> -valued.terms().value())
                .thenComparing(valued -> valued.candidate().product().id()));
        return distinct(filling, Math.min(MOST, situation.limit()));
    }

    private static List<Valued> distinct(List<Valued> filling, int most) {
        List<Valued> chosen = new ArrayList<>();
        Set<String> needs = new HashSet<>();
        Set<String> variants = new HashSet<>();
        for (Valued valued : filling) {
            String group = valued.candidate().product().variantGroup();
            boolean isVariant = !group.isEmpty() && variants.contains(group);
            if (chosen.size() < most
                    && !isVariant
                    && needs.add(valued.candidate().need())) {
                variants.add(group);
                chosen.add(valued);
            }
        }
        return chosen;
    }
}
