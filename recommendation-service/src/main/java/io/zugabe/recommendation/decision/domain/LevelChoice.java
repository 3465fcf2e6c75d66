package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Level;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Part of stage 7: the levels of an incentive for one offer. A level is safe if price − incentive − cost − expected cost of
 * returns is not below the floor. Its value is the offer's with P(accept) × uplift, at most 1, and the margin less the incentive. The least that is within {@link #TOLERANCE} of the best is enough; giving
 * nothing is the least of all.
 */
final class LevelChoice {

    static final double TOLERANCE = 0.02;

    private static final Set<OfferKind> KINDS =
            EnumSet.of(OfferKind.ADD_ON, OfferKind.SERVICE, OfferKind.POPULAR, OfferKind.REPLENISHMENT);

    private static final long UNSAFE = -1;

    private final int slot;
    private final Valued valued;
    private final LiveIncentive live;
    private final long[] costs;
    private final double[] values;
    private final @Nullable NoIncentive refusal;
    private int safe;

    /**
     * @param slot place of the offer in the list, from 0
     * @param step the currency's smallest amount, in micros
     */
    LevelChoice(int slot, Valued valued, LiveIncentive live, Situation situation, long step) {
        this.slot = slot;
        this.valued = valued;
        this.live = live;
        List<Level> levels = live.incentive().levels();
        costs = new long[levels.size() + 1];
        values = new double[levels.size() + 1];
        values[0] = valued.terms().value();
        NoIncentive product = refusal(situation);
        if (product == null) {
            weigh(situation, step);
        }
        refusal = product != null ? product : safe == 0 ? NoIncentive.BELOW_FLOOR : null;
    }

    private @Nullable NoIncentive refusal(Situation situation) {
        Incentive incentive = live.incentive();
        Candidate candidate = valued.candidate();
        if (!KINDS.contains(candidate.kind())) {
            return NoIncentive.KIND;
        }
        if (!incentive.covers(candidate.product())) {
            return NoIncentive.PRODUCT;
        }
        if (candidate.product().cost().isEmpty()) {
            return NoIncentive.COST_UNKNOWN;
        }
        if (incentive.type() == IncentiveType.BUNDLE_PRICE && candidate.links().isEmpty()) {
            return NoIncentive.NO_ANCHOR;
        }
        if (incentive.type() == IncentiveType.GIFT && gift(situation) == null) {
            return NoIncentive.GIFT;
        }
        long basket =
                situation.products().cartMicros() + candidate.product().price().micros();
        return basket < incentive.minimumBasket() ? NoIncentive.BASKET_TOO_SMALL : null;
    }

    private void weigh(Situation situation, long step) {
        Incentive incentive = live.incentive();
        Valued.Terms terms = valued.terms();
        long price = price();
        long giftCost = incentive.type() == IncentiveType.GIFT ? giftCost(situation) : 0;
        long returns = (long) Math.ceil(terms.returnCost() * Money.MICROS);
        long margin =
                price - valued.candidate().product().cost().map(Money::micros).orElse(price) - returns;
        for (Level level : incentive.levels()) {
            int number = level.number();
            long cost = incentive.cost(level, price, giftCost, step);
            boolean paysSomething = !incentive.type().lowersPrice() || cost < price;
            costs[number] = paysSomething && cost > 0 && margin - cost >= incentive.marginFloor() ? cost : UNSAFE;
            if (costs[number] != UNSAFE) {
                safe++;
                double accepted = Math.min(1, terms.acceptance() * live.uplift().factor(number));
                double left = terms.margin() - (double) cost / Money.MICROS - terms.returnCost();
                values[number] = accepted * left - attention(accepted);
            }
        }
    }

    /** What it costs to show it to those who do not want it: fewer of them than without. */
    private double attention(double accepted) {
        Valued.Terms terms = valued.terms();
        return terms.acceptance() < 1 ? terms.attention() * (1 - accepted) / (1 - terms.acceptance()) : 0;
    }

    private long giftCost(Situation situation) {
        Product gift = gift(situation);
        return gift == null ? Long.MAX_VALUE : gift.cost().map(Money::micros).orElse(Long.MAX_VALUE);
    }

    /** The gift, if it is there, costs what is known, and fits: what is given passes the same gate as what is sold. */
    private @Nullable Product gift(Situation situation) {
        Optional<Product> found = situation.catalog().find(live.incentive().giftProduct());
        if (found.isEmpty() || found.get().cost().isEmpty() || !found.get().inStock()) {
            return null;
        }
        Product gift = found.get();
        Product offered = valued.candidate().product();
        boolean isBought = gift.number() == offered.number()
                || situation.products().cart().contains(gift)
                || situation.products().anchors().contains(gift);
        FitTable table = situation.catalog().fit();
        boolean fitsAsPart = false;
        for (Link link : valued.candidate().links()) {
            if (!goesWith(link.anchor(), gift, table)) {
                return null;
            }
            fitsAsPart |= table.matchAsHost(link.anchor(), gift).isPresent();
        }
        fitsAsPart |= table.matchAsHost(offered, gift).isPresent();
        boolean stray = table.isPart(gift.type()) && !fitsAsPart;
        return isBought || stray || !goesWith(offered, gift, table) ? null : gift;
    }

    private static boolean goesWith(Product one, Product gift, FitTable table) {
        if (table.excluded(one, gift)) {
            return false;
        }
        if (!table.gated(one.type(), gift.type())) {
            return true;
        }
        Optional<FitMatch> match = table.match(one, gift);
        return match.isPresent() && match.get().cell().verdict() == Verdict.FITS;
    }

    /** Why no level may be given with this offer; null if one may. */
    @Nullable
    NoIncentive refusal() {
        return refusal;
    }

    /** The least level that works; {@link Level#CONTROL} if giving nothing does. */
    int smallest() {
        int best = 0;
        for (int level = 1; level < values.length; level++) {
            if (isSafe(level) && values[level] > values[best]) {
                best = level;
            }
        }
        double enough = values[best] * (1 - TOLERANCE);
        int smallest = Level.CONTROL;
        while (smallest < best && (!isSafe(smallest) || values[smallest] < enough)) {
            smallest++;
        }
        return smallest;
    }

    /** One of the safe levels or none, each as likely as the other. */
    int drawn(double random) {
        int left = (int) (random * (safe + 1));
        int level = 0;
        while (left > 0) {
            level++;
            left -= isSafe(level) ? 1 : 0;
        }
        return level;
    }

    boolean isSafe(int level) {
        return level == Level.CONTROL || costs[level] != UNSAFE && costs[level] > 0;
    }

    long cost(int level) {
        return costs[level];
    }

    double value(int level) {
        return values[level];
    }

    double gain(int level) {
        return values[level] - values[0];
    }

    LiveIncentive live() {
        return live;
    }

    int slot() {
        return slot;
    }

    Valued valued() {
        return valued;
    }

    long price() {
        return valued.candidate().product().price().micros();
    }
}
