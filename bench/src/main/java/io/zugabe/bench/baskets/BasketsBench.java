package io.zugabe.bench.baskets;

import io.zugabe.bench.Bench;
import io.zugabe.bench.Figures;
import io.zugabe.bench.Options;
import io.zugabe.bench.baskets.Invoices.Invoice;
import io.zugabe.bench.baskets.Lists.Interval;
import io.zugabe.recommendation.taste.domain.BasketWeights;
import io.zugabe.recommendation.taste.domain.Ease;
import io.zugabe.recommendation.taste.domain.EaseSettings;
import io.zugabe.recommendation.taste.domain.ItemWeights;
import io.zugabe.recommendation.taste.domain.NeighbourSettings;
import io.zugabe.recommendation.taste.domain.Neighbours;
import io.zugabe.recommendation.taste.domain.Purchases;
import io.zugabe.recommendation.taste.domain.RepeatTerm;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether the product that is hidden from a real basket is among the ten best: ours as the service learns and
 * serves it, beside popularity, item-kNN and EASE^R, each tuned. The last tenth of the invoices is judged by; what
 * is tuned is tuned on the last tenth of the others.
 */
public final class BasketsBench {

    private static final long SEED = 42;
    private static final int DRAWS = 5;
    private static final int DECIMALS = 4;
    private static final double TO_SECONDS = 1e-9;

    private BasketsBench() {}

    /** {@code {"seed", "cases", "ours", "ease", "itemKnn", "popularity", "oursWithHistory", "easeWithHistory"}}. */
    public static String run(Options options) throws IOException {
        List<Invoice> invoices = Invoices.read(Invoices.folder(options.data()
                .orElseThrow(() -> new IllegalArgumentException(
                        "baskets needs --data online-retail, a folder with UCI Online Retail, which is no part of the"
                                + " project"))));
        int earlier = (int) (invoices.size() * 0.9);
        Trial validation = Trial.of(invoices.subList(0, earlier), (int) (earlier * 0.9), DRAWS, SEED);
        Bench.say("Tuning on %,d of the training baskets", validation.cases().size());
        Tuning tuning = Tuning.on(validation);
        Trial test = Trial.of(invoices, earlier, DRAWS, SEED);
        Bench.say(
                "%,d training baskets, %,d products, %,d test baskets",
                test.purchases().baskets().size(),
                test.purchases().products(),
                test.cases().size());
        Map<String, Lists> methods = methods(test, tuning);
        tell(methods);
        Figures figures =
                new Figures().count("seed", SEED).count("cases", test.cases().size());
        methods.forEach((name, lists) -> figures.object(name, figures(lists)));
        return figures.json();
    }

    private static Map<String, Lists> methods(Trial test, Tuning tuning) {
        Purchases purchases = test.purchases();
        long start = System.nanoTime();
        ItemWeights ours = Ease.learn(purchases, EaseSettings.COMBINED, _ -> {});
        Bench.say(
                "Learned in %.1f s: %,d weights, %.1f MB; at most %.1f MB while learning",
                (System.nanoTime() - start) * TO_SECONDS,
                ours.size(),
                ours.bytes() / 1e6,
                Ease.bytes(purchases.products()) / 1e6);
        ItemWeights ease = Ease.learn(purchases, EaseSettings.plain(tuning.ridge()), _ -> {});
        ItemWeights neighbours =
                Neighbours.learn(purchases, new NeighbourSettings(BasketWeights.EQUAL, tuning.neighbours()), _ -> {});
        Map<String, Lists> methods = new LinkedHashMap<>();
        methods.put("ours", Lists.of(test, ours, Method.WEIGHTS));
        methods.put("ease", Lists.of(test, ease, Method.WEIGHTS));
        methods.put("itemKnn", Lists.of(test, neighbours, Method.WEIGHTS));
        methods.put("popularity", Lists.of(test, Method.none(purchases), Method.popularity(purchases)));
        methods.put("oursWithHistory", Lists.of(test, ours, Method.withHistory(test.histories(), RepeatTerm.USUAL)));
        methods.put("easeWithHistory", Lists.of(test, ease, Method.withHistory(test.histories(), tuning.repeat())));
        return methods;
    }

    private static Figures figures(Lists lists) {
        Interval interval = lists.recallInterval(SEED);
        return new Figures()
                .number("recall10", lists.recall(), DECIMALS)
                .number("low", interval.low(), DECIMALS)
                .number("high", interval.high(), DECIMALS)
                .number("mrr10", lists.meanReciprocalRank(), DECIMALS);
    }

    private static void tell(Map<String, Lists> methods) {
        Bench.say("%-16s %9s %8s %8s %9s  %s", "", "recall@10", "mrr@10", "ndcg@10", "coverage", "recall@10, 5 draws");
        methods.forEach((name, lists) -> Bench.say(
                "%-16s %9.4f %8.4f %8.4f %9.3f  %.4f",
                name,
                lists.recall(),
                lists.meanReciprocalRank(),
                lists.gain(),
                lists.coverage(),
                lists.recallOfAllDraws()));
        lead(methods, "ours", "ease");
        lead(methods, "ours", "itemKnn");
        lead(methods, "oursWithHistory", "easeWithHistory");
    }

    private static void lead(Map<String, Lists> methods, String one, String other) {
        Lists lists = methods.getOrDefault(one, new Lists(List.of(), 0));
        Lists others = methods.getOrDefault(other, new Lists(List.of(), 0));
        Interval interval = lists.leadInterval(others, SEED);
        Bench.say(
                "%s over %s, 5 draws per basket: %+.4f (%+.4f to %+.4f)",
                one, other, lists.recallOfAllDraws() - others.recallOfAllDraws(), interval.low(), interval.high());
    }
}
