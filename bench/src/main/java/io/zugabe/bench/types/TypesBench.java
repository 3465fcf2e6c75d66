package io.zugabe.bench.types;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.bench.simulation.AdverseBehaviour;
import io.zugabe.bench.simulation.ContactExperiment;
import io.zugabe.bench.simulation.ShopCalendar;
import io.zugabe.bench.simulation.ShopSimulation;
import io.zugabe.bench.simulation.Shopper;
import io.zugabe.segmentation.crossbuyer.domain.PurchaseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@code bench types}: the four unprofitable types, and who should be contacted, on simulated shoppers whose
 * truth is known. Everything runs in this process; what judges are the service's own classes, fed with
 * events as the API carries them.
 */
public final class TypesBench {

    private static final int SHOPPERS = 50_000;
    private static final int DAYS = 365;
    private static final long SEED = 20_261_122;

    private TypesBench() {}

    /** Runs it. */
    public static String run(Options options) {
        return run(SHOPPERS, SEED);
    }

    static String run(int number, long seed) {
        ShopSimulation simulation = new ShopSimulation(seed, DAYS, 0);
        Instant now = ShopCalendar.begin(DAYS);
        Bench.say("Simulating %,d shoppers over %d days, seed %d", number, DAYS, seed);
        List<Shopper> shoppers =
                IntStream.range(0, number).mapToObj(simulation::shopper).toList();
        List<Observed> observed = new ArrayList<>(number);
        for (Shopper shopper : shoppers) {
            observed.add(Observed.of(simulation, shopper, now));
            if (observed.size() % 10_000 == 0) {
                Bench.say("%,d shoppers lived", observed.size());
            }
        }
        Figures figures = new Figures();
        List<PurchaseHistory> histories =
                observed.stream().map(Observed::history).toList();
        TypeRecognition.judge(shoppers, histories).forEach((type, recognition) -> {
            figures.object(key(type), recognition.figures());
            Bench.say(
                    "%s: precision %.3f, recall %.3f of %,d; %.3f of all %,d who are so, seen enough or not",
                    key(type),
                    recognition.precision(),
                    recognition.recall(),
                    recognition.truths(),
                    recognition.recallOfAll(),
                    recognition.all());
        });
        ContactTrial effective = new ContactTrial(new ContactExperiment(simulation, true), shoppers, observed);
        ContactTrial.Outcome outcome = effective.contact();
        figures.number("harmSpared", outcome.harmSpared(), 3)
                .number("oracleProfitShare", outcome.oracleProfitShare(), 3);
        ContactTrial without = new ContactTrial(new ContactExperiment(simulation, false), shoppers, observed);
        return figures.text("noEffectVerdict", without.verdict()).json();
    }

    private static String key(AdverseBehaviour behaviour) {
        return switch (behaviour) {
            case SERVICE_DEMANDING -> "serviceDemander";
            case REVENUE_REVERSING -> "revenueReverser";
            case PROMOTION_MAXIMIZING -> "promotionMaximizer";
            case SPENDING_LIMITING -> "spendingLimiter";
        };
    }
}
