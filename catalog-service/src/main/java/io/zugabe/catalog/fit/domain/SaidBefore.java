package io.zugabe.catalog.fit.domain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the same rules said about a pair of types before its tuples became others: of tuples that look alike to these
 * rules they say the same, whatever else tells the tuples apart now or did before. For one thread.
 */
final class SaidBefore {

    /** These rules said nothing before. */
    static final SaidBefore NOTHING = new SaidBefore(null, new int[0], new int[0]);

    private final @Nullable VerdictGrid before;
    private final int[] hosts;
    private final int[] parts;
    private int[] translated = new int[0];

    private SaidBefore(@Nullable VerdictGrid before, int[] hosts, int[] parts) {
        this.before = before;
        this.hosts = hosts;
        this.parts = parts;
    }

    /**
     * @param before what the rules said about the pairs of the older tuples
     */
    static SaidBefore of(
            List<FitRule> rules,
            VerdictGrid before,
            List<InternedTuple> olderHosts,
            List<InternedTuple> olderParts,
            List<InternedTuple> hosts,
            List<InternedTuple> parts) {
        return new SaidBefore(
                before,
                new Looks(rules, Pair.HOST).alike(hosts, olderHosts),
                new Looks(rules, Pair.PART).alike(parts, olderParts));
    }

    /** Number in a new grid of what was said about pairs that look alike; {@link VerdictGrid#NOT_REMEMBERED} for nothing. */
    int number(int host, int part, VerdictGrid grid) {
        if (before == null || hosts[host] < 0 || parts[part] < 0) {
            return VerdictGrid.NOT_REMEMBERED;
        }
        int old = before.number(hosts[host], parts[part]);
        FitAnswer answer = before.answer(old);
        if (answer == null) {
            return VerdictGrid.NOT_REMEMBERED;
        }
        if (old >= translated.length) {
            translated = Arrays.copyOf(translated, 2 * old + 1);
        }
        if (translated[old] == VerdictGrid.NOT_REMEMBERED) {
            translated[old] = grid.numberOf(answer);
        }
        return translated[old];
    }
}
