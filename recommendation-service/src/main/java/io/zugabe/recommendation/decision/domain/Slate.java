package io.zugabe.recommendation.decision.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stage 6: the list. The best candidate of every need, needs of different types first, then more of
 * the same type as long as each serves a need of its own. What is pinned comes first, whatever its need and type: it
 * has its place. No two variants of one product. At the
 * checkout all offers together stay within the share of the cart.
 */
final class Slate {

    private final int limit;
    private final Room room;
    private final CapCount count;
    private final List<Valued> chosen = new ArrayList<>();
    private final Set<String> needs = new HashSet<>();
    private final Set<String> variantGroups = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private long budget;

    private Slate(Room room) {
        this.room = room;
        this.limit = room.offers();
        this.budget = room.budget();
        this.count = new CapCount(room.filters().caps());
        room.besides().forEach(special -> count.add(special.product()));
    }

    /** The offers, best first. */
    static List<Valued> choose(List<Valued> candidates, Situation situation, Room room, StageTrace.Writer trace) {
        List<Valued> ranked = new ArrayList<>(candidates);
        ranked.sort(order(situation.seed()));
        Slate slate = new Slate(room);
        List<Valued> sameType = new ArrayList<>();
        for (Valued candidate : ranked) {
            if (slate.isPinned(candidate)) {
                slate.offer(candidate);
            }
        }
        for (Valued candidate : ranked) {
            if (slate.isPinned(candidate)) {
                continue;
            }
            if (slate.types.contains(candidate.candidate().product().type().type())) {
                sameType.add(candidate);
            } else {
                slate.offer(candidate);
            }
        }
        sameType.forEach(slate::offer);
        slate.chosen.sort(order(situation.seed()));
        if (trace.isWriting()) {
            ranked.forEach(candidate -> slate.trace(candidate, trace));
        } else {
            trace.count(ranked.size(), slate.chosen.size());
        }
        return slate.chosen;
    }

    private boolean isPinned(Valued candidate) {
        return room.filters().isPinned(candidate.candidate().product());
    }

    private void offer(Valued candidate) {
        if (refusal(candidate) == null) {
            chosen.add(candidate);
            needs.add(candidate.candidate().need());
            types.add(candidate.candidate().product().type().type());
            variantGroups.add(candidate.candidate().product().variantGroup());
            count.add(candidate.candidate().product());
            budget -= candidate.candidate().product().price().micros();
        }
    }

    private @Nullable Drop refusal(Valued candidate) {
        String group = candidate.candidate().product().variantGroup();
        if (!isPinned(candidate) && needs.contains(candidate.candidate().need())) {
            return Drop.NEED_SERVED;
        }
        if (!group.isEmpty() && variantGroups.contains(group)) {
            return Drop.VARIANT_OFFERED;
        }
        if (isBesides(candidate)) {
            return Drop.ALREADY_OFFERED;
        }
        if (count.isReached(candidate.candidate().product())) {
            return Drop.CAP_REACHED;
        }
        if (chosen.size() >= limit) {
            return Drop.LIST_FULL;
        }
        return candidate.candidate().product().price().micros() > budget ? Drop.ABOVE_CART_SHARE : null;
    }

    private boolean isBesides(Valued candidate) {
        for (Special special : room.besides()) {
            if (special.kind() != OfferKind.BUNDLE
                    && (special.product().number()
                                    == candidate.candidate().product().number()
                            || special.product()
                                    .isVariantOf(candidate.candidate().product()))) {
                return true;
            }
        }
        return false;
    }

    private void trace(Valued candidate, StageTrace.Writer trace) {
        String id = candidate.candidate().product().id();
        Supplier<Map<String, Double>> numbers = () -> Map.of("key", candidate.key());
        Drop refusal = chosen.contains(candidate) ? null : refusal(candidate);
        if (refusal == null) {
            trace.passed(id, candidate.candidate().need(), numbers);
        } else {
            trace.dropped(id, refusal, numbers);
        }
    }

    /** By key, then value; equal ones in an order that differs from decision to decision, so each gets its turn. */
    private static Comparator<Valued> order(long seed) {
        return Comparator.comparingDouble(Valued::key)
                .thenComparing(valued -> valued.terms().value())
                .reversed()
                .thenComparingLong(
                        valued -> mix(seed, valued.candidate().product().id()))
                .thenComparing(valued -> valued.candidate().product().id());
    }

    /** The finalizer of SplitMix64: spreads neighbouring inputs over all 64 bits. */
    private static long mix(long seed, String id) {
        long mixed = seed ^ id.hashCode() * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
