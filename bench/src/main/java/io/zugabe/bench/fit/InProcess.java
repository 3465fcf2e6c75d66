package io.zugabe.bench.fit;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Load;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.Change;
import io.zugabe.catalog.live.domain.FitPlaces;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.adapter.ProductMessages;
import io.zugabe.catalog.statement.adapter.StatementMessages;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.SplittableRandom;

/** The catalog's own classes in this process, on one thread: no gRPC, no database. */
final class InProcess {

    private static final long SEED = 5;
    private static final int BATCH = 2_000;
    private static final int REPORTS = 10;
    private static final int PAIRS = 1 << 20;
    private static final int NAIVE_PAIRS = 1 << 14;
    private static final int ROUNDS = 5;

    /** The serial collector leaves dead objects where they lie (up to 5 %) in all but one of four collections. */
    private static final int COLLECTIONS = 8;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final SyntheticCatalog catalog;
    private final Relatives relatives;
    private final Duration round;

    InProcess(SyntheticCatalog catalog, Relatives relatives, Duration round) {
        this.catalog = catalog;
        this.relatives = relatives;
        this.round = round;
    }

    /**
     * What was measured.
     *
     * @param indexBytesPerProduct what the index keeps alive: groups of products, products of groups, their
     *     order, attribute tuples, verdicts
     */
    record Measured(Rates rates, double indexBytesPerProduct) {}

    /**
     * What it does.
     *
     * @param fitGroups groups of products that nothing tells apart
     * @param evaluations pairs of attribute tuples whose rules were evaluated to fill the index
     * @param pairChecksPerSecond verdicts about random pairs of any products
     * @param naivePairChecksPerSecond of random pairs of products of types with rules between them, the rules evaluated
     *     for each
     */
    record Rates(int fitGroups, long evaluations, double pairChecksPerSecond, double naivePairChecksPerSecond) {}

    /** Fills a catalog and measures it. */
    Measured measure(RuleSet rules) {
        Object[] index = new Object[3];
        Rates rates = rates(rules, index);
        long with = usedHeap(); // the catalog is gone by now, with its products
        Arrays.fill(index, null);
        double bytes = (with - usedHeap()) / (double) catalog.size();
        Bench.say("The index takes %.1f bytes per product", bytes);
        return new Measured(rates, bytes);
    }

    private Rates rates(RuleSet rules, Object[] index) {
        LiveCatalog live = new LiveCatalog(rules);
        long began = System.nanoTime();
        fill(live);
        int groups = live.table().groups().size();
        long evaluations = live.table().ruleVerdicts().evaluations();
        Bench.say(
                "In process: %,d products in %,d fit groups after %.1f s, rules evaluated for %,d pairs of tuples",
                live.productCount(), groups, (System.nanoTime() - began) / 1e9, evaluations);
        Pairs related = new Pairs(true);
        DirectEvaluation direct = new DirectEvaluation(live);
        requireSameVerdicts(indexed(live, direct), direct, related);
        Check indexed = indexed(live, direct);
        rate("Pairs of types with rules between them", related, indexed, PAIRS);
        double checks = rate("Pairs of any types", new Pairs(false), indexed, PAIRS);
        double naive = rate("The same by evaluating the rules of each pair", related, direct::verdict, NAIVE_PAIRS);
        index[0] = live.fitIndex();
        index[1] = live.fitPlaces();
        index[2] = live.types().stream().map(live::ordinalsOfType).toList();
        return new Rates(groups, evaluations, checks, naive);
    }

    /** As the service finds it: by the places of products, and by their groups where the places cannot tell. */
    private static Check indexed(LiveCatalog live, DirectEvaluation direct) {
        FitPlaces places = live.fitPlaces();
        return (one, other) -> {
            Verdict verdict = places.verdict(one, other);
            return verdict == null ? direct.byGroups(one, other) : verdict;
        };
    }

    private static long usedHeap() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** A fast answer is worth nothing if it is another one. */
    private static void requireSameVerdicts(Check index, DirectEvaluation direct, Pairs pairs) {
        EnumMap<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (int i = 0; i < NAIVE_PAIRS; i++) {
            int one = pairs.ones[i];
            int other = pairs.others[i];
            Verdict verdict = index.verdict(one, other);
            counts.merge(verdict, 1, Integer::sum);
            if (!direct.isStated(one, other) && direct.verdict(one, other) != verdict) {
                throw new IllegalStateException("the index says %s of products %d and %d, their rules %s"
                        .formatted(verdict, one, other, direct.verdict(one, other)));
            }
        }
        Bench.say("Index and rules agree on %,d random pairs: %s", NAIVE_PAIRS, counts);
    }

    private void fill(LiveCatalog live) {
        long position = 0;
        List<Change> changes = new ArrayList<>();
        for (var statement : SyntheticStatements.of(catalog)) {
            changes.add(new Change.StatementWritten(++position, StatementMessages.toStatement(statement)));
        }
        live.apply(changes);
        live.rebuildTable();
        changes.clear();
        for (int product = 0; product < catalog.size(); product++) {
            changes.add(new Change.ProductWritten(
                    ++position, ProductMessages.toProduct(catalog.product(product)), Instant.EPOCH));
            if (changes.size() == BATCH || product == catalog.size() - 1) {
                live.apply(changes);
                changes.clear();
            }
            if ((product + 1) % (catalog.size() / REPORTS) == 0) {
                Bench.say("In process: %,d of %,d products", product + 1, catalog.size());
            }
        }
    }

    private interface Check {
        Verdict verdict(int one, int other);
    }

    private double rate(String name, Pairs pairs, Check check, int chunk) {
        long checksum = 0;
        List<Double> rates = new ArrayList<>();
        List<Double> cpuRates = new ArrayList<>(); // on a machine that is busy otherwise
        for (int i = 0; i <= ROUNDS; i++) {
            long began = System.nanoTime();
            long cpuBegan = THREADS.getCurrentThreadCpuTime();
            long done = 0;
            for (int at = 0; System.nanoTime() - began < round.toNanos(); at = (at + chunk) % PAIRS) {
                for (int pair = at; pair < at + chunk; pair++) {
                    checksum +=
                            check.verdict(pairs.ones[pair], pairs.others[pair]).ordinal();
                }
                done += chunk;
            }
            if (i > 0) { // the first is for warming up
                rates.add(done * 1e9 / (System.nanoTime() - began));
                cpuRates.add(done * 1e9 / Math.max(1, THREADS.getCurrentThreadCpuTime() - cpuBegan));
            }
        }
        double median = Load.median(rates);
        Bench.say(
                "%s: %,.0f verdicts per second, %,.0f per second of processor time (checksum %d)",
                name, median, Load.median(cpuRates), checksum);
        return median;
    }

    private final class Pairs {

        private final int[] ones;
        private final int[] others;

        Pairs(boolean related) {
            SplittableRandom random = new SplittableRandom(SEED);
            ones = random.ints(PAIRS, 0, catalog.size()).toArray();
            others = new int[PAIRS];
            for (int i = 0; i < PAIRS; i++) {
                others[i] = related ? relatives.relatedTo(ones[i], random) : relatives.any(random);
            }
        }
    }
}
