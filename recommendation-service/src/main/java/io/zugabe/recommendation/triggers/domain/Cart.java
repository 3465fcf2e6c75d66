package io.zugabe.recommendation.triggers.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in a person's cart.
 *
 * @param units by product, each 1 or more
 * @param changed when it last changed; {@link Instant#EPOCH} if never
 * @param bought when the person last bought anything; {@link Instant#EPOCH} if never
 */
public record Cart(SortedMap<String, Long> units, Instant changed, Instant bought) {

    public static final Cart EMPTY = new Cart(new TreeMap<>(), Instant.EPOCH, Instant.EPOCH);

    /** Different products that are remembered. */
    private static final int MOST = 200;

    private static final long MOST_UNITS = 1_000_000_000;

    Cart add(Map<String, Long> added, Instant time) {
        TreeMap<String, Long> now = new TreeMap<>(units);
        added.forEach((product, count) -> {
            if (now.size() < MOST || now.containsKey(product)) {
                now.merge(product, count, (one, other) -> Math.min(MOST_UNITS, one + other));
            }
        });
        return new Cart(now, later(changed, time), bought);
    }

    Cart remove(Map<String, Long> removed, Instant time) {
        return new Cart(less(removed), later(changed, time), bought);
    }

    /** What is bought lies in the cart no longer. */
    Cart buy(Map<String, Long> products, Instant time) {
        return new Cart(less(products), changed, later(bought, time));
    }

    /** Both carts of one person; what one of them held before the other ordered was ordered, or is not wanted any more. */
    Cart with(Cart other) {
        Instant ordered = later(bought, other.bought);
        Cart one = changed.isAfter(other.bought) ? this : EMPTY;
        Cart two = other.changed.isAfter(bought) ? other : EMPTY;
        return new Cart(one.units, one.changed, ordered).add(two.units, later(one.changed, two.changed));
    }

    /** Whether it was left behind: something lies in it, and nothing was bought since it last changed. */
    public boolean isLeft() {
        return !units.isEmpty() && changed.isAfter(bought);
    }

    public List<String> products() {
        return List.copyOf(units.keySet());
    }

    private TreeMap<String, Long> less(Map<String, Long> taken) {
        TreeMap<String, Long> rest = new TreeMap<>(units);
        taken.forEach((product, count) ->
                rest.computeIfPresent(product, (ignored, before) -> before > count ? before - count : null));
        return rest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
