package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two states of the rules.
 *
 * @param changes most pairs first
 * @param compared pairs of products that were compared
 * @param concerned pairs of products that were to be compared
 */
public record VerdictChanges(List<Change> changes, long compared, long concerned) {

    public VerdictChanges {
        changes = List.copyOf(changes);
    }

    /** Pairs of products whose verdict changes alike. */
    public record Change(Verdict before, Verdict after, long pairs, List<Example> examples) {}

    /**
     * A pair of products whose verdict changes.
     *
     * @param hostNow the group of the host now; null if nothing is about it
     * @param partNow the group of the part now; null if nothing is about it
     */
    public record Example(
            String hostId,
            String partId,
            RoleAnswer before,
            @Nullable FitGroup hostNow,
            @Nullable FitGroup partNow,
            RoleAnswer after,
            FitGroup hostThen,
            FitGroup partThen) {}

    /** Counts changes as they are found. */
    static final class Counter {

        private static final int PAIRS_BETWEEN_LOOKS = 256;

        private final int mostExamples;
        private final Map<Kind, Long> pairs = new HashMap<>();
        private final Map<Kind, List<Example>> examples = new HashMap<>();
        private long compared;
        private long concerned;
        private long looked;
        private boolean cut;

        Counter(int mostExamples) {
            this.mostExamples = mostExamples;
        }

        void concern(long count) {
            concerned += count;
        }

        void compared(long count) {
            compared += count;
        }

        boolean isCut(BooleanSupplier outOfTime) {
            cut = cut || (looked++ % PAIRS_BETWEEN_LOOKS == 0 && outOfTime.getAsBoolean());
            return cut;
        }

        void changed(
                RoleAnswer before,
                RoleAnswer after,
                long count,
                VerdictComparison.Alike host,
                VerdictComparison.Alike part) {
            Kind kind = new Kind(before.answer().verdict(), after.answer().verdict());
            pairs.merge(kind, count, Long::sum);
            List<Example> found = examples.computeIfAbsent(kind, _ -> new ArrayList<>());
            for (int i = 0; i < host.samples.size() && found.size() < mostExamples; i++) {
                for (int j = host == part ? i + 1 : 0; j < part.samples.size() && found.size() < mostExamples; j++) {
                    found.add(new Example(
                            host.samples.get(i),
                            part.samples.get(j),
                            before,
                            host.now,
                            part.now,
                            after,
                            host.then,
                            part.then));
                }
            }
        }

        VerdictChanges changes() {
            List<Change> changes = pairs.entrySet().stream()
                    .map(each -> new Change(
                            each.getKey().before(),
                            each.getKey().after(),
                            each.getValue(),
                            examples.getOrDefault(each.getKey(), List.of())))
                    .sorted(Comparator.comparing(Change::pairs)
                            .reversed()
                            .thenComparing(Change::before)
                            .thenComparing(Change::after))
                    .toList();
            return new VerdictChanges(changes, compared, concerned);
        }

        private record Kind(Verdict before, Verdict after) {}
    }
}
