package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.Incentive;
import io.zugabe.recommendation.incentives.domain.Level;
import io.zugabe.recommendation.incentives.domain.LiveIncentive;
import io.zugabe.recommendation.incentives.domain.Promise;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Stage 7: what comes with the offers of the list: the smallest level that works, only where the expected profit with it is
 * higher than without, never below the margin floor, never for those who only buy at a discount. What brings most is given
 * first; of every stacking class one is given in a list, and an exclusive one alone.
 *
 * <p>Where too little is known, an incentive is tried in a share of the decisions: on the best offer that it may come with, a
 * safe level or deliberately none, by lot. The lot follows from the decision's seed.
 */
final class Incentivize {

    private static final double UNIT = 0x1p-53;
    private static final int UNIT_SHIFT = 11;
    private static final long SECOND_DRAW = 0x9E3779B97F4A7C15L;

    private final List<Valued> slate;
    private final Situation situation;
    private final StageTrace.Writer trace;
    private final @Nullable Given[] given;
    private final List<LevelChoice> open = new ArrayList<>();
    private final Set<String> classes = new HashSet<>();
    private boolean exclusive;

    private Incentivize(List<Valued> slate, Situation situation, StageTrace.Writer trace) {
        this.slate = slate;
        this.situation = situation;
        this.trace = trace;
        this.given = new Given[slate.size()];
    }

    /** What an offer comes with; the level may be {@link Level#CONTROL}. */
    private record Given(LevelChoice choice, int level) {}

    /** What comes with each offer of a list, in its order; null where nothing does. */
    static @Nullable Promise[] choose(List<Valued> slate, Situation situation, StageTrace.Writer trace) {
        Incentivize stage = new Incentivize(slate, situation, trace);
        stage.look();
        stage.give();
        return stage.promises();
    }

    private void look() {
        MayBeGiven customer = new MayBeGiven(situation);
        for (LiveIncentive live : situation.snapshot().incentives().live()) {
            NoIncentive refusal = customer.refusal(live);
            if (refusal != null) {
                trace.note(() -> live.incentive().id() + ": " + refusal + ": " + refusal.sentence() + ".");
                continue;
            }
            List<LevelChoice> choices = choices(live);
            if (!isTried(live, choices)) {
                open.addAll(choices);
            }
        }
    }

    private List<LevelChoice> choices(LiveIncentive live) {
        List<LevelChoice> choices = new ArrayList<>();
        for (int slot = 0; slot < slate.size(); slot++) {
            Valued valued = slate.get(slot);
            LevelChoice choice = new LevelChoice(slot, valued, live, situation, step(valued));
            if (choice.refusal() == null) {
                choices.add(choice);
            } else {
                say(choice, choice.refusal());
            }
        }
        return choices;
    }

    /** The smallest amount of a currency. */
    private static long step(Valued valued) {
        String code = valued.candidate().product().price().currency();
        int digits = Math.clamp(Currency.getInstance(code).getDefaultFractionDigits(), 0, 6);
        long step = 1;
        for (int digit = digits; digit < 6; digit++) {
            step *= 10;
        }
        return step;
    }

    /** Whether the incentive is on trial in this decision: then its level is drawn, not chosen. */
    private boolean isTried(LiveIncentive live, List<LevelChoice> choices) {
        long lot = mix(situation.seed() ^ LiveIncentive.mark(live.incentive().id()));
        if (live.uplift().isKnown() || unit(lot) >= live.incentive().trialShare()) {
            return false;
        }
        for (LevelChoice choice : choices) {
            if (given[choice.slot()] == null && stacks(live.incentive())) {
                int level = choice.drawn(unit(mix(lot ^ SECOND_DRAW)));
                give(choice, level);
                trace.note(() -> describe(choice, level) + ", by lot: too little is known of it.");
                return true;
            }
        }
        return false;
    }

    private void give() {
        open.sort(Comparator.<LevelChoice>comparingDouble(choice -> -choice.gain(choice.smallest()))
                .thenComparingInt(LevelChoice::slot)
                .thenComparing(choice -> choice.live().incentive().id()));
        for (LevelChoice choice : open) {
            int level = choice.smallest();
            if (level == Level.CONTROL) {
                say(choice, NoIncentive.NO_UPLIFT);
            } else if (given[choice.slot()] != null || !stacks(choice.live().incentive())) {
                say(choice, NoIncentive.NOT_STACKABLE);
            } else {
                give(choice, level);
                trace.note(() -> describe(choice, level) + ": the least that works.");
            }
        }
    }

    private boolean stacks(Incentive incentive) {
        return !exclusive
                && !(incentive.exclusive() && !classes.isEmpty())
                && !classes.contains(incentive.stackingClass());
    }

    private void give(LevelChoice choice, int level) {
        given[choice.slot()] = new Given(choice, level);
        if (level != Level.CONTROL) {
            classes.add(choice.live().incentive().stackingClass());
            exclusive |= choice.live().incentive().exclusive();
        }
    }

    private @Nullable Promise[] promises() {
        @Nullable Promise[] promises = new Promise[given.length];
        for (int slot = 0; slot < given.length; slot++) {
            Given with = given[slot];
            promises[slot] = with == null ? null : promise(with);
            String id = slate.get(slot).candidate().product().id();
            trace.passed(id, () -> code(with), () -> with == null ? Map.of() : numbers(with.choice()));
        }
        return promises;
    }

    private Promise promise(Given with) {
        Incentive incentive = with.choice().live().incentive();
        boolean control = with.level() == Level.CONTROL;
        Benefit benefit = control
                ? new Benefit.Percent(0)
                : incentive.levels().get(with.level() - 1).benefit();
        long price = with.choice().price();
        long after = control
                ? price
                : incentive.priceAfter(
                        incentive.levels().get(with.level() - 1),
                        price,
                        step(with.choice().valued()));
        return new Promise(
                incentive.id(),
                incentive.type(),
                with.level(),
                benefit,
                after,
                control ? 0 : with.choice().cost(with.level()),
                incentive.validUntil(situation.time()).truncatedTo(ChronoUnit.SECONDS),
                with.choice().valued().terms().acceptance(),
                0);
    }

    private static String code(@Nullable Given with) {
        if (with == null) {
            return "none";
        }
        String id = with.choice().live().incentive().id();
        return with.level() == Level.CONTROL ? id + "/" + NoIncentive.CONTROL : id + "/" + with.level();
    }

    private void say(LevelChoice choice, NoIncentive why) {
        trace.note(() -> choice.live().incentive().id() + " with "
                + choice.valued().candidate().product().id() + ": " + why + ": " + why.sentence() + ". "
                + numbers(choice));
    }

    private static String describe(LevelChoice choice, int level) {
        return choice.live().incentive().id() + " with "
                + choice.valued().candidate().product().id() + ": level " + level + ", " + numbers(choice);
    }

    /** What was considered, level by level. */
    private static Map<String, Double> numbers(LevelChoice choice) {
        Map<String, Double> numbers = new TreeMap<>();
        numbers.put("value_without", choice.value(Level.CONTROL));
        for (Level level : choice.live().incentive().levels()) {
            int number = level.number();
            if (choice.refusal() == null && choice.isSafe(number)) {
                numbers.put("cost_" + number, choice.cost(number) / 1e6);
                numbers.put("uplift_" + number, choice.live().uplift().factor(number));
                numbers.put("value_" + number, choice.value(number));
            }
        }
        return numbers;
    }

    private static double unit(long bits) {
        return (bits >>> UNIT_SHIFT) * UNIT;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
