package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.fit.domain.RuleOutcome.Silent;
import io.zugabe.catalog.fit.domain.RuleOutcome.Spoke;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A rule over the attributes of a host and a part.
 *
 * @param id {@code "pack/name"}
 * @param version the pack's version
 * @param applies the rule is silent about pairs for which this is false
 * @param fits true if they fit
 * @param provenance where the rule is known from
 * @param certainty how well it is known
 * @param liftedBy type of a product that makes up for a misfit in a set if it fits both; empty if none does
 */
public record FitRule(
        String id,
        String version,
        String hostType,
        String partType,
        CompiledExpression applies,
        CompiledExpression fits,
        List<LimitRule> limits,
        Sentences sentences,
        String provenance,
        Certainty certainty,
        String liftedBy)
        implements Authority {

    public FitRule {
        limits = List.copyOf(limits);
    }

    /**
     * A rule in force that does not compile any more: UNKNOWN about every pair of its types.
     *
     * @param fits as it was written
     * @param fault why it does not compile
     */
    public static FitRule broken(
            String id,
            String version,
            String hostType,
            String partType,
            String fits,
            String fault,
            Sentences sentences,
            String provenance,
            Certainty certainty) {
        CompiledExpression broken = new BrokenExpression(fits, fault);
        return new FitRule(
                id, version, hostType, partType, broken, broken, List.of(), sentences, provenance, certainty, "");
    }

    /** Why it does not compile any more; empty if it does. */
    public Optional<String> fault() {
        return fits instanceof BrokenExpression(String _, String fault) ? Optional.of(fault) : Optional.empty();
    }

    /** Why it is UNKNOWN about some products with long texts and lists; empty as far as it has always been evaluated. */
    public Optional<String> tooDear() {
        return expressions().stream()
                .map(CompiledExpression::tooDear)
                .filter(why -> !why.isEmpty())
                .findFirst();
    }

    /** What the rule says about a pair of its types. */
    public RuleOutcome judge(AttributeTuple host, AttributeTuple part) {
        return judge(host, part, Evaluator.RUNNING);
    }

    /** The same, by values that may be remembered. */
    RuleOutcome judge(AttributeTuple host, AttributeTuple part, Evaluator evaluator) {
        return switch (evaluator.evaluate(applies, host, part)) {
            case Evaluation.Known(Object value) ->
                Boolean.TRUE.equals(value) ? judgeFit(host, part, evaluator) : new Silent();
            case Evaluation.Missing(Set<String> missing) -> unknown(missing);
            case Evaluation.Failed _ -> unknown(Set.of());
        };
    }

    private RuleOutcome judgeFit(AttributeTuple host, AttributeTuple part, Evaluator evaluator) {
        return switch (evaluator.evaluate(fits, host, part)) {
            case Evaluation.Known(Object value) ->
                Boolean.TRUE.equals(value)
                        ? judgeLimits(host, part, evaluator)
                        : new Spoke(Verdict.DOES_NOT_FIT, List.of(), Set.of());
            case Evaluation.Missing(Set<String> missing) -> unknown(missing);
            case Evaluation.Failed _ -> unknown(Set.of());
        };
    }

    private RuleOutcome judgeLimits(AttributeTuple host, AttributeTuple part, Evaluator evaluator) {
        List<Limit> holding = new ArrayList<>(certainty.limits());
        Set<String> missing = new TreeSet<>();
        boolean unknown = false;
        for (LimitRule limit : limits) {
            switch (limit.check(host, part, evaluator)) {
                case LimitOutcome.Absent _ -> {}
                case LimitOutcome.Holds(Limit held) -> holding.add(held);
                case LimitOutcome.Unknown(Set<String> attributes) -> {
                    unknown = true;
                    missing.addAll(attributes);
                }
            }
        }
        if (unknown) {
            return unknown(missing);
        }
        return new Spoke(holding.isEmpty() ? Verdict.FITS : Verdict.FITS_WITH_LIMITS, List.copyOf(holding), Set.of());
    }

    private static Spoke unknown(Set<String> missing) {
        return new Spoke(Verdict.UNKNOWN, List.of(), missing);
    }

    @Override
    public String evidenceId() {
        return id + "@" + version;
    }

    @Override
    public SentenceTemplate sentence(Verdict verdict) {
        return sentences.of(verdict);
    }

    @Override
    public Set<String> reads() {
        Set<String> reads = new TreeSet<>();
        expressions().forEach(expression -> {
            expression.hostReads().forEach(attribute -> reads.add(Pair.HOST + attribute));
            expression.partReads().forEach(attribute -> reads.add(Pair.PART + attribute));
        });
        return reads;
    }

    /** What expressions read and sentences name: everything that tells products apart for this rule. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(reads());
        names.addAll(sentences.fits().gaps());
        names.addAll(sentences.doesNotFit().gaps());
        names.addAll(sentences.unknown().gaps());
        limits.forEach(limit -> names.addAll(limit.sentence().gaps()));
        names.remove("got");
        names.remove("needed");
        return names;
    }

    /** Of what names it: every answer that is remembered is looked up by the rules behind it. */
    @Override
    public int hashCode() {
        return 31 * id.hashCode() + version.hashCode();
    }

    private List<CompiledExpression> expressions() {
        List<CompiledExpression> all = new ArrayList<>(List.of(applies, fits));
        for (LimitRule limit : limits) {
            all.addAll(List.of(limit.when(), limit.got(), limit.needed()));
        }
        return all;
    }
}
