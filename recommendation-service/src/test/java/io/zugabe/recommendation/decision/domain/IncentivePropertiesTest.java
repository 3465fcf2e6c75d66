package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.LevelCounts;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is defined, known and offered. */
@Proves("O12")
class IncentivePropertiesTest {

    private static final double ATTENTION = Settings.DEFAULT.attentionCost();

    private static final List<String> EVERYTHING =
            List.of("DISCOUNT", "BUNDLE_PRICE", "GIFT", "LOYALTY_POINTS", "FREE_SHIPPING", "MEMBER_PRICE");

    @Property(tries = 300)
    void promise_neverBelowTheFloor_neverBeyondStacking_alwaysTheLeast(@ForAll long seed) {
        Random random = new Random(seed);
        Shop shop = shop(random);
        List<LiveIncentive> live = incentives(random);
        shop.gives(0, live.toArray(LiveIncentive[]::new));
        Ask ask = Ask.about("tent")
                .seed(seed)
                .treated(Treatments.of()
                        .incentives(EVERYTHING.toArray(String[]::new))
                        .done());
        Decision decision = (random.nextBoolean() ? ask.member() : ask).of(shop);
        Map<String, LiveIncentive> byId =
                live.stream().collect(Collectors.toMap(each -> each.incentive().id(), Function.identity()));
        Set<String> classes = new HashSet<>();
        int exclusive = 0;
        for (Offer offer : decision.offers()) {
            Promise promise = offer.promise().filter(Promise::isGiven).orElse(null);
            if (promise == null) {
                continue;
            }
            LiveIncentive given = byId.get(promise.incentive());
            assertTrue(given.open());
            assertTrue(classes.add(given.incentive().stackingClass()), "two of a class");
            exclusive += given.incentive().exclusive() ? 1 : 0;
            long cost = offer.product().cost().orElseThrow().micros();
            double returns = 0.05 * (offer.product().price().amount() - cost / 1e6 + 2.5);
            double left = (offer.product().price().micros() - cost - promise.cost()) / 1e6 - returns;
            assertTrue(left >= given.incentive().marginFloor() / 1e6 - 1e-5, () -> "only " + left + " left");
            assertTrue(promise.cost() > 0 && promise.priceAfter() > 0);
            assertTrue(promise.priceAfter() <= offer.product().price().micros());
            if (given.incentive().trialShare() == 0) {
                smallest(given, promise, offer, returns);
            }
        }
        assertTrue(exclusive == 0 || classes.size() == 1, "exclusive beside others");
    }

    /** No smaller safe level is within the tolerance of the best, and giving nothing is not either. */
    private static void smallest(LiveIncentive given, Promise promise, Offer offer, double returns) {
        Incentive incentive = given.incentive();
        double margin = offer.product().price().amount()
                - offer.product().cost().orElseThrow().amount();
        double with = value(given, promise.level(), promise.cost(), margin, returns, promise.expected());
        double without = promise.expected() * (margin - returns) - ATTENTION * (1 - promise.expected());
        assertTrue(with > without, "worth less than nothing");
        for (int level = 1; level < promise.level(); level++) {
            long cost = incentive.cost(
                    incentive.levels().get(level - 1), offer.product().price().micros(), 2_000_000, 10_000);
            double left = margin - cost / 1e6 - returns;
            if (left >= incentive.marginFloor() / 1e6) {
                double smaller = value(given, level, cost, margin, returns, promise.expected());
                assertTrue(smaller < with, () -> "a smaller level is worth as much");
            }
        }
    }

    private static double value(
            LiveIncentive given, int level, long cost, double margin, double returns, double expected) {
        double accepted = Math.min(1, expected * given.uplift().factor(level));
        return accepted * (margin - cost / 1e6 - returns) - ATTENTION * (1 - accepted);
    }

    @Property(tries = 200)
    @Proves("C4")
    void maximizers_areNeverGivenAnything(@ForAll long seed) {
        Random random = new Random(seed);
        Shop shop = shop(random).gives(0, incentives(random).toArray(LiveIncentive[]::new));
        Decision decision = Ask.about("tent")
                .seed(seed)
                .member()
                .treated(Treatments.of("PROMOTION_MAXIMIZER")
                        .incentives(EVERYTHING.toArray(String[]::new))
                        .done())
                .of(shop);
        assertTrue(decision.offers().stream().allMatch(offer -> offer.promise().isEmpty()));
    }

    private static Shop shop(Random random) {
        Shop shop = new Shop();
        shop.product("tent", "tent").price(300).cost(200).add();
        shop.product("mug", "mug").price(8).cost(2).add();
        for (int i = 0; i < 6; i++) {
            double price = 5 + random.nextInt(200) + random.nextInt(100) / 100.0;
            Shop.Item item = shop.product("p" + i, "t" + i).price(price);
            (random.nextInt(6) == 0 ? item : item.cost(price * (0.3 + 0.7 * random.nextDouble()))).add();
            shop.complement("tent-t" + i, "tent", "t" + i, "n" + i, 0.2 + 0.8 * random.nextDouble());
        }
        return shop;
    }

    private static List<LiveIncentive> incentives(Random random) {
        List<LiveIncentive> live = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            IncentiveType type = IncentiveType.values()[random.nextInt(IncentiveType.values().length)];
            Lives lives = Lives.of("i" + i, type)
                    .floor(random.nextInt(10))
                    .trials(random.nextInt(3) == 0 ? 0.5 : 0)
                    .stacking("class" + random.nextInt(3));
            levels(lives, type, random);
            if (random.nextInt(4) == 0) {
                lives.exclusive();
            }
            if (random.nextInt(5) == 0) {
                lives.closed();
            }
            if (random.nextBoolean()) {
                lives.counted(counts(random), counts(random), counts(random));
            }
            live.add(lives.done());
        }
        return live;
    }

    private static void levels(Lives lives, IncentiveType type, Random random) {
        double uplift = random.nextDouble() * 2;
        switch (type) {
            case DISCOUNT, BUNDLE_PRICE, MEMBER_PRICE ->
                lives.percent(5, uplift).percent(10, uplift * 1.5).percent(30, uplift * 2);
            case GIFT -> lives.gift("mug").level(new Benefit.Gift("mug"), uplift);
            case LOYALTY_POINTS ->
                lives.unitCost(0.01).level(new Benefit.Points(100), uplift).level(new Benefit.Points(500), uplift * 2);
            case FREE_SHIPPING -> lives.unitCost(4.90).percent(100, uplift);
            case SHARED_SHIPPING -> lives.unitCost(4.90).percent(30, uplift).percent(60, uplift * 1.3);
        }
    }

    private static LevelCounts counts(Random random) {
        double expected = random.nextInt(500);
        return new LevelCounts(random.nextInt(5_000), random.nextInt(800), expected);
    }
}
