package io.zugabe.catalog.fit.domain;

import org.jspecify.annotations.Nullable;

/**
 * The grids by pair of types.
 *
 * @param types number of types; types are numbered from 1, so that 0 stands for a product without rules
 */
record VerdictGrids(int types, @Nullable VerdictGrid[] byTypes) {

    static final VerdictGrids NONE = new VerdictGrids(0, new VerdictGrid[1]);

    /** The grid of two types; null if no rule is about them. */
    @Nullable
    VerdictGrid of(int hostType, int partType) {
        return hostType <= types && partType <= types ? byTypes[hostType * (types + 1) + partType] : null;
    }

    /** These and one more. */
    VerdictGrids with(int hostType, int partType, VerdictGrid grid) {
        int most = Math.max(types, Math.max(hostType, partType));
        @Nullable VerdictGrid[] grown = new VerdictGrid[(most + 1) * (most + 1)];
        for (int i = 0; i <= types; i++) {
            System.arraycopy(byTypes, i * (types + 1), grown, i * (most + 1), types + 1);
        }
        grown[hostType * (most + 1) + partType] = grid;
        return new VerdictGrids(most, grown);
    }
}
