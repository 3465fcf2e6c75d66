package io.zugabe.bench.shop;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.bench.running.RunningServices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Four worlds with the same shoppers: without offers, with bestsellers, with what was bought together, with ours. */
public final class ShopBench {

    private static final long SEED = 20261122;
    private static final String NONE = "none";
    private static final String TOGETHER = "boughtTogether";
    private static final String OURS = "ours";

    private final int shoppers;
    private final Assortment assortment = new Assortment(SEED);
    private final Shelf shelf = new Shelf(assortment, SEED);
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    private ShopBench(int shoppers) {
        this.shoppers = shoppers;
    }

    /** The keys are described in {@code docs/benchmarks.md}. */
    public static String run(Options options) throws Exception {
        return new ShopBench(options.shoppers()).run();
    }

    private String run() throws Exception {
        Bench.say("%,d shoppers, %,d products, seed %d", shoppers, shelf.size(), SEED);
        live(NONE, new NoOffers());
        live("bestsellers", new Bestsellers(shelf));
        live(TOGETHER, new BoughtTogether(shelf));
        try (RunningServices services = RunningServices.startWithLedClock()) {
            // twelve weeks that end today, after twelve of history
            Instant begin = LocalDate.now(ZoneOffset.UTC)
                    .minusDays(World.END)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            EventMessages messages = new EventMessages(shelf, begin, SEED);
            services.setTime(messages.time(World.BEGIN));
            new ShopCatalog(services.catalog()).load(assortment, shelf);
            ShopCatalog.awaitKnown(services.segmentation(), shelf, messages.time(World.BEGIN));
            try (Zugabe zugabe = new Zugabe(services, shelf, messages)) {
                live(OURS, zugabe);
                Bench.say("%,d events were published; answers:", zugabe.published());
                zugabe.report();
            }
        }
        return figures();
    }

    private void live(String name, OfferPolicy policy) throws InterruptedException {
        long began = System.nanoTime();
        World world = new World(SEED, shoppers, assortment, policy);
        world.run(day -> {
            if (Math.floorMod(day, 14) == 13 && name.equals(OURS)) {
                Bench.say("  day %d after %d s", day + 1, (System.nanoTime() - began) / 1_000_000_000);
            }
        });
        Outcome outcome = Outcome.of(world, shoppers);
        outcomes.put(name, outcome);
        Bench.say(
                "%s: %,d sessions, %,d offers shown, %,d taken; wrong for the device beside them %,d shown, %,d taken;"
                        + " %,d complaints; %,d shoppers left; %.2f euros a session; %d s",
                name,
                outcome.visits(),
                outcome.shown(),
                outcome.taken(),
                outcome.wrongShown(),
                outcome.wrongTaken(),
                outcome.complaints(),
                outcome.left(),
                outcome.perVisit(),
                (System.nanoTime() - began) / 1_000_000_000);
    }

    private String figures() {
        Figures profit = new Figures();
        Figures wrong = new Figures();
        Figures complaints = new Figures();
        Outcome none = outcome(NONE);
        outcomes.forEach((name, outcome) -> {
            double[] gain = outcome.gain(none);
            Comparison.Interval interval = Comparison.perThousand(gain, none.planned());
            Bench.say(
                    "%s: %.1f euros more per 1,000 sessions than without offers (95 %%: %.1f to %.1f)",
                    name, interval.estimate(), interval.low(), interval.high());
            byType(gain, none);
            profit.number(name, interval.estimate(), 1);
            wrong.count(name, outcome.wrongShown());
            complaints.count(name, outcome.complaints());
        });
        compare(none);
        return new Figures()
                .object("profitPerThousand", profit)
                .object("wrongFits", wrong)
                .object("complaints", complaints)
                .json();
    }

    private void byType(double[] gain, Outcome none) {
        for (Nature.Type type : Nature.Type.values()) {
            int[] members = IntStream.range(0, shoppers)
                    .filter(i -> none.types()[i] == type)
                    .toArray();
            double sum = IntStream.of(members).mapToDouble(i -> gain[i]).sum();
            int sessions = IntStream.of(members).map(i -> none.planned()[i]).sum();
            Bench.say("    %s: %.1f", type, 1_000 * sum / Math.max(1, sessions));
        }
    }

    private void compare(Outcome none) {
        double[] ours = outcome(OURS).gain(none);
        double[] together = outcome(TOGETHER).gain(none);
        double[] difference = IntStream.range(0, shoppers)
                .mapToDouble(i -> ours[i] - together[i])
                .toArray();
        Comparison.Interval interval = Comparison.perThousand(difference, none.planned());
        double base = Comparison.perThousand(together, none.planned()).estimate();
        Bench.say(
                "ours over bought-together: %.1f euros per 1,000 sessions (95 %%: %.1f to %.1f), %.0f %%",
                interval.estimate(), interval.low(), interval.high(), 100 * interval.estimate() / Math.abs(base));
    }

    private Outcome outcome(String name) {
        Outcome outcome = outcomes.get(name);
        if (outcome == null) {
            throw new IllegalStateException(name + " has not been simulated");
        }
        return outcome;
    }
}
