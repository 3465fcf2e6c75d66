package io.zugabe.catalog.fit.domain;

import org.jspecify.annotations.Nullable;

/**
 * The grids by pair of types.
 *
 * @param types number of types; types are numbered from 1, so that 0 stands for a product without rules
 * @param spoken by pair of types, in either order: whether there is a grid for one of the orders. Most pairs of products
 *     need no more than this look, which stays in the nearest cache
 */
record VerdictGrids(int types, @Nullable VerdictGrid[] byTypes, boolean[] spoken) {

    static final VerdictGrids NONE = new VerdictGrids(0, new VerdictGrid[1], new boolean[1]);

    /** The grid of two types; null if no rule is about them. */
    @Nullable
    VerdictGrid of(int hostType, int partType) {
        return hostType <= types && partType <= types ? byTypes[hostType * (types + 1) + partType] : null;
    }

    /** Whether no rule is about two types, whichever is host and whichever part. */
    boolean silent(int one, int other) {
        return one > types || other > types || !spoken[one * (types + 1) + other];
    }

    /** These and one more. */
    VerdictGrids with(int hostType, int partType, VerdictGrid grid) {
        int most = Math.max(types, Math.max(hostType, partType));
        @Nullable VerdictGrid[] grown = new VerdictGrid[(most + 1) * (most + 1)];
        boolean[] grownSpoken = new boolean[grown.length];
        for (int i = 0; i <= types; i++) {
            System.arraycopy(byTypes, i * (types + 1), grown, i * (most + 1), types + 1);
            System.arraycopy(spoken, i * (types + 1), grownSpoken, i * (most + 1), types + 1);
        }
        grown[hostType * (most + 1) + partType] = grid;
        grownSpoken[hostType * (most + 1) + partType] = true;
        grownSpoken[partType * (most + 1) + hostType] = true;
        return new VerdictGrids(most, grown, grownSpoken);
    }
}
