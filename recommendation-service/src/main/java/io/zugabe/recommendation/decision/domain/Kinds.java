package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.replica.domain.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers that complement nothing: upgrades, bundles, a sample. Each kind has so many places in a list as the
 * placement's rules say, all together at most half of it, and more where complements leave some free. They are
 * found before the list of complements is made, so that it knows its room, and join it by their value; a sample
 * comes last, and only where a place is free. Products with a fixed place get it at the end.
 */
final class Kinds {

    private final Situation situation;
    private final Filters filters;
    private final long budget;
    private final StageTrace.Writer trace;
    private final List<Special> reserved = new ArrayList<>();
    private final List<Special> waiting = new ArrayList<>();
    private final Set<String> groups = new HashSet<>();
    private final Set<Integer> products = new HashSet<>();
    private final CapCount count;
    private long left;

    private Kinds(Situation situation, Eligibility eligibility, StageTrace.Writer trace) {
        this.situation = situation;
        this.filters = eligibility.filters();
        this.budget = eligibility.budget();
        this.trace = trace;
        this.count = new CapCount(filters.caps());
        this.left = budget;
    }

    static Kinds find(Situation situation, Eligibility eligibility, Settings settings, StageTrace.Writer trace) {
        Kinds kinds = new Kinds(situation, eligibility, trace);
        if (situation.limit() > 0) {
            List<Special> found = new ArrayList<>();
            found.addAll(kinds.best(
                    Upgrades.find(situation, eligibility, settings, trace),
                    situation.rules().maxUpgrades()));
            found.addAll(kinds.best(
                    Bundles.find(situation, eligibility, settings, trace),
                    situation.rules().maxBundles()));
            found.sort(Comparator.comparingDouble(Special::value).reversed());
            Samples.find(situation, eligibility, settings, trace).ifPresent(found::add);
            found.forEach(kinds::reserve);
        }
        return kinds;
    }

    private List<Special> best(List<Special> found, int most) {
        List<Special> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble(Special::value)
                .reversed()
                .thenComparing(special -> special.product().id()));
        sorted.stream()
                .skip(most)
                .forEach(special -> trace.dropped(special.product().id(), Drop.SLOT_TAKEN));
        return sorted.subList(0, Math.min(most, sorted.size()));
    }

    private void reserve(Special special) {
        boolean brings = special.kind() != OfferKind.SAMPLE; // which takes what is left, never a place that earns
        if (brings && reserved.size() < situation.limit() / 2 && mayJoin(special)) {
            take(special);
        } else {
            waiting.add(special);
        }
    }

    private boolean mayJoin(Special special) {
        String group = special.product().variantGroup();
        boolean anew = special.kind() == OfferKind.BUNDLE
                || (!products.contains(special.product().number()) && (group.isEmpty() || !groups.contains(group)));
        return anew && special.adds() <= left && !count.isReached(special.product());
    }

    private void take(Special special) {
        reserved.add(special);
        if (special.kind() != OfferKind.BUNDLE) { // which is what is looked at already, with something else
            products.add(special.product().number());
            groups.add(special.product().variantGroup());
        }
        count.add(special.product());
        left -= Math.max(special.adds(), 0);
    }

    /** The room that is left for complements. */
    Room room() {
        return new Room(situation.limit() - reserved.size(), left, List.copyOf(reserved), filters);
    }

    /** The whole list. */
    List<Offer> join(List<Offer> complements) {
        for (Offer offer : complements) {
            products.add(offer.product().number());
            groups.add(offer.product().variantGroup());
            count.add(offer.product());
            left -= offer.product().price().micros();
        }
        for (Special special : waiting) {
            if (complements.size() + reserved.size() < situation.limit() && mayJoin(special)) {
                take(special);
            } else {
                trace.dropped(special.product().id(), Drop.LIST_FULL);
            }
        }
        List<Offer> joined = new ArrayList<>();
        complements.forEach(offer -> joined.add(offer.kind() == OfferKind.DEAL ? ending(offer) : offer));
        KindReasons reasons = new KindReasons(situation);
        reserved.forEach(special -> insert(reasons.offer(special), joined));
        List<Offer> list = ranked(filters.hasPins() ? pinned(joined) : joined);
        reserved.forEach(special -> trace(special, list));
        return list;
    }

    /** Before the first complement that brings in less; a sample after everything. */
    private static void insert(Offer offer, List<Offer> joined) {
        int place = 0;
        while (place < joined.size()
                && (offer.kind() == OfferKind.SAMPLE || joined.get(place).value() >= offer.value())) {
            place++;
        }
        joined.add(place, offer);
    }

    private Offer ending(Offer offer) {
        Optional<Wishes.Deal> deal = situation.rules().deals().stream()
                .filter(each -> each.productId().equals(offer.product().id()) && each.holds(situation.time()))
                .findFirst();
        return offer.with(Offer.Extras.until(deal.flatMap(Wishes.Deal::end)));
    }

    private List<Offer> pinned(List<Offer> joined) {
        List<Offer> list = new ArrayList<>(joined);
        List<Offer> fixed = new ArrayList<>(joined);
        fixed.removeIf(offer -> !isPinned(offer));
        fixed.sort(Comparator.comparingInt(offer -> filters.pinned(offer.product())));
        list.removeIf(this::isPinned);
        for (Offer offer : fixed) {
            list.add(Math.min(filters.pinned(offer.product()) - 1, list.size()), offer);
        }
        return list;
    }

    private boolean isPinned(Offer offer) {
        return offer.kind() != OfferKind.BUNDLE && filters.isPinned(offer.product());
    }

    private static List<Offer> ranked(List<Offer> list) {
        List<Offer> ranked = new ArrayList<>();
        for (Offer offer : list) {
            ranked.add(offer.at(ranked.size() + 1));
        }
        return ranked;
    }

    private void trace(Special special, List<Offer> list) {
        int rank = 1;
        for (Offer offer : list) {
            if (offer.kind() == special.kind()
                    && offer.product().number() == special.product().number()) {
                rank = offer.rank();
            }
        }
        trace.passed(
                special.product().id(),
                special.code(),
                Map.of("value", special.value(), "adds", (double) special.adds() / Money.MICROS, "rank", (double)
                        rank));
    }
}
