package io.zugabe.segmentation.log.domain;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The products of a catalog by a 64-bit hash of their ids (FNV-1a, mixed): about 16 bytes each. That a
 * wrong id passes for one of ten million has a probability of 10⁻¹². Products that are deleted stay:
 * events about them may come late. Until the first snapshot is complete nothing is known.
 */
public final class ProductSet {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private @Nullable LongOpenHashSet known;
    private @Nullable LongOpenHashSet arriving;

    /** A snapshot begins. */
    public synchronized void begin() {
        arriving = new LongOpenHashSet();
    }

    /** A product of the snapshot, or a new one. */
    public synchronized void add(String productId) {
        LongOpenHashSet target = arriving == null ? known : arriving;
        if (target != null) {
            target.add(hash(productId));
        }
    }

    /** The snapshot is complete. */
    public synchronized void end() {
        known = arriving;
        arriving = null;
    }

    /** False if the catalog is known and does not have the product. */
    public synchronized boolean mayContain(String productId) {
        return known == null || known.contains(hash(productId));
    }

    /** Number of products; 0 until the first snapshot is complete. */
    public synchronized int size() {
        return known == null ? 0 : known.size();
    }

    private static long hash(String productId) {
        long hash = OFFSET;
        for (byte character : productId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (character & 0xff)) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }
}
