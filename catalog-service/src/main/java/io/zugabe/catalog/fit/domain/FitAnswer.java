package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Whether a part of one group goes with a host of another, and why.
 *
 * @param limits not empty if the verdict is FITS_WITH_LIMITS
 * @param grounds of those who decide, the deciding one first; empty if nothing speaks about the pair
 * @param overruled what others say whose word counts less, in the order of {@link Precedence}
 * @param missing attributes that would have to be known, as {@code "host.<attribute>"} or
 *     {@code "part.<attribute>"}; only if the verdict is UNKNOWN
 */
public record FitAnswer(
        Verdict verdict, List<Limit> limits, List<Ground> grounds, List<Ground> overruled, Set<String> missing) {

    /** Nothing speaks about the pair. */
    public static final FitAnswer NOTHING_SAID =
            new FitAnswer(Verdict.UNKNOWN, List.of(), List.of(), List.of(), Set.of());

    public FitAnswer {
        limits = List.copyOf(limits);
        grounds = List.copyOf(grounds);
        overruled = List.copyOf(overruled);
        missing = Set.copyOf(missing);
    }

    /** The answer of rules that must all hold. Those that are silent count for nothing. */
    public static FitAnswer ofRules(List<FitRule> rules, AttributeTuple host, AttributeTuple part) {
        return ofRules(rules, rule -> rule.judge(host, part));
    }

    /** The same, by what somebody says that each rule says. */
    static FitAnswer ofRules(List<FitRule> rules, Function<FitRule, RuleOutcome> judge) {
        Verdict verdict = Verdict.FITS;
        List<Limit> limits = new ArrayList<>();
        List<Ground> grounds = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        for (FitRule rule : rules) {
            if (judge.apply(rule) instanceof RuleOutcome.Spoke spoke) {
                verdict = verdict.and(spoke.verdict());
                limits.addAll(spoke.limits());
                missing.addAll(spoke.missing());
                grounds.add(new Ground(rule, spoke.verdict()));
            }
        }
        return grounds.isEmpty() ? NOTHING_SAID : of(verdict, limits, grounds, missing);
    }

    /** An answer for one reason alone, without limits. */
    static FitAnswer of(Verdict verdict, Ground ground) {
        return of(verdict, List.of(), List.of(ground), Set.of());
    }

    /** An answer that carries only what belongs to its verdict. */
    static FitAnswer of(Verdict verdict, List<Limit> limits, List<Ground> grounds, Set<String> missing) {
        List<Ground> decidingFirst = grounds.stream()
                .sorted(Comparator.comparing(ground -> ground.verdict() != verdict))
                .toList();
        return new FitAnswer(
                verdict,
                verdict == Verdict.FITS_WITH_LIMITS ? limits : List.of(),
                decidingFirst,
                List.of(),
                verdict == Verdict.UNKNOWN ? missing : Set.of());
    }

    /** This answer, over what others say whose word counts less. */
    FitAnswer overruling(List<Ground> less) {
        return less.equals(overruled) ? this : new FitAnswer(verdict, limits, grounds, less, missing);
    }

    /**
     * Type of a product that makes up for the misfit in a set of parts; empty if the verdict is another one, if a
     * maker says so, or if several types were needed.
     */
    public String liftedBy() {
        Set<String> types = new TreeSet<>();
        for (Ground ground : grounds) {
            if (ground.verdict() == Verdict.DOES_NOT_FIT) {
                types.add(ground.authority() instanceof FitRule rule ? rule.liftedBy() : "");
            }
        }
        return types.size() == 1 ? types.iterator().next() : "";
    }

    /** The answer of rules besides a rule that a bridge satisfies, with the limits of that rule; it fits if none speaks. */
    FitAnswer withBridge(List<Limit> more) {
        Verdict others = spoken() ? verdict : Verdict.FITS;
        List<Limit> all = new ArrayList<>(limits);
        all.addAll(more);
        return of(others.and(more.isEmpty() ? Verdict.FITS : Verdict.FITS_WITH_LIMITS), all, grounds, missing);
    }

    /** Whether anything speaks about the pair. */
    public boolean spoken() {
        return !grounds.isEmpty();
    }

    /** Whether a maker rules the pair out. */
    public boolean excluded() {
        return verdict == Verdict.DOES_NOT_FIT && grounds.getFirst().authority() instanceof MakerStatement;
    }
}
