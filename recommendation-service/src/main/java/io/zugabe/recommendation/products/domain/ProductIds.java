package io.zugabe.recommendation.products.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Dense numbers for product ids, so that everything about products can lie in arrays. A number is
 * given once and never again for another id, so replica and baskets agree on it for the life of the
 * process. Number 0 is never given.
 */
public final class ProductIds {

    /** No product. */
    public static final int NONE = 0;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /** The number of an id, given now if it has none yet; 1 or more. */
    public int numberOf(String id) {
        Integer known = numbers.get(id);
        return known != null ? known : numbers.computeIfAbsent(id, ignored -> last.incrementAndGet());
    }

    /** The number of an id, or {@link #NONE}. */
    public int find(String id) {
        return numbers.getOrDefault(id, NONE);
    }

    /** The largest number given so far. */
    public int largest() {
        return last.get();
    }
}
