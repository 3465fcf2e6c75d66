package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.dispute.domain.ProductPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The disputes by id, by age and by product, and the pairs that they block. One thread writes; any
 * number read. A dispute is never deleted.
 */
public final class DisputeIndex {

    /** Larger than any time in microseconds since 1970 within 16 digits, so that newer ones sort first. */
    private static final long LATEST_MICROS = 9_999_999_999_999_999L;

    private final Map<String, Placed<Dispute>> byId = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<String, Placed<Dispute>> byAge = new ConcurrentSkipListMap<>();
    private final Map<String, ConcurrentNavigableMap<String, Placed<Dispute>>> byProduct = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Dispute>> blocked = new ConcurrentHashMap<>();
    private final Map<Dispute.State, Long> counts = new ConcurrentHashMap<>();

    /** Sorts by the time of the first report, newest first; the same for as long as a dispute exists. */
    private static String sortKey(Placed<Dispute> placed) {
        Dispute dispute = placed.value();
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, dispute.createTime());
        return "%016d %s".formatted(LATEST_MICROS - micros, dispute.id());
    }

    /** A dispute. */
    public Optional<Placed<Dispute>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All disputes, those first reported last first. */
    public Collection<Placed<Dispute>> newestFirst() {
        return byAge.values();
    }

    /** All disputes by sort key, those first reported last first. */
    public NavigableMap<String, Placed<Dispute>> byAge() {
        return Collections.unmodifiableNavigableMap(byAge);
    }

    /** Number of disputes in a state. */
    public long count(Dispute.State state) {
        return counts.getOrDefault(state, 0L);
    }

    /** The disputes about a product by sort key, those first reported last first. */
    public NavigableMap<String, Placed<Dispute>> about(String productId) {
        NavigableMap<String, Placed<Dispute>> found = byProduct.get(productId);
        return found == null ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(found);
    }

    /** The disputes that block a product, by the id of its partner; empty for nearly all products. */
    public Map<String, Dispute> blocking(String productId) {
        return blocked.getOrDefault(productId, Map.of());
    }

    /** The dispute that blocks a pair; null if none does. */
    public @Nullable Dispute blocking(String product, String another) {
        return blocking(product).get(another);
    }

    void put(Placed<Dispute> placed) {
        Dispute dispute = placed.value();
        ProductPair pair = dispute.pair();
        String key = sortKey(placed);
        Placed<Dispute> before = byId.put(dispute.id(), placed);
        counts.merge(dispute.state(), 1L, Long::sum);
        if (before != null) {
            counts.merge(before.value().state(), -1L, Long::sum);
        }
        byAge.put(key, placed);
        put(pair.one(), key, placed);
        put(pair.other(), key, placed);
        block(pair.one(), pair.other(), dispute);
        block(pair.other(), pair.one(), dispute);
    }

    private void put(String product, String key, Placed<Dispute> placed) {
        byProduct.computeIfAbsent(product, _ -> new ConcurrentSkipListMap<>()).put(key, placed);
    }

    private void block(String product, String partner, Dispute dispute) {
        blocked.compute(product, (_, before) -> {
            Map<String, Dispute> partners = before == null ? new ConcurrentHashMap<>() : before;
            if (dispute.blocks()) {
                partners.put(partner, dispute);
            } else {
                partners.remove(partner);
            }
            return partners.isEmpty() ? null : partners;
        });
    }
}
