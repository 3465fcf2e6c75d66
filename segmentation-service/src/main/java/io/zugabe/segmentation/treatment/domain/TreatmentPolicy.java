package io.zugabe.segmentation.treatment.domain;

import io.zugabe.segmentation.segment.domain.Condition;
import io.zugabe.segmentation.segment.domain.Evidence;
import io.zugabe.segmentation.segment.domain.LocalizedText;
import io.zugabe.segmentation.segment.domain.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A policy, ready to decide. All rules that count, count together: what is allowed is what all of them
 * allow, the lowest ceiling holds, whatever one forbids is forbidden. So a rule that is added never allows
 * more, and the order of rules decides only in which order reasons are told.
 */
public final class TreatmentPolicy {

    private final int version;
    private final List<CompiledRule> rules;
    private final QuietTimes quietTimes;

    /** A rule and its condition. */
    public record CompiledRule(TreatmentRule rule, Condition condition) {}

    public TreatmentPolicy(int version, List<CompiledRule> rules, QuietTimes quietTimes) {
        this.version = version;
        this.rules = List.copyOf(rules);
        this.quietTimes = quietTimes;
    }

    public int version() {
        return version;
    }

    /** Ids of the rules that ask for a segment, in the policy's order. */
    public List<String> rulesAskingFor(String segmentId) {
        return rules.stream()
                .filter(each -> each.condition().segments().contains(segmentId))
                .map(each -> each.rule().id())
                .toList();
    }

    /** Whether and how a customer may be made offers. */
    public Treatment decide(TreatmentFacts facts, Instant now) {
        Restriction restriction = new Restriction(facts, now);
        for (CompiledRule rule : rules) {
            if (counts(rule, facts)) {
                restriction.add(rule.rule(), why(rule, facts));
            }
        }
        return restriction.treatment(version, quietTimes.quietProducts(facts, now));
    }

    private static boolean counts(CompiledRule rule, TreatmentFacts facts) {
        return switch (rule.condition().evaluate(facts.features())) {
            case Outcome.Holds() -> true;
            case Outcome.HoldsNot() -> false;
            case Outcome.Unknown _, Outcome.Failed _ -> rule.rule().whenUnknown();
        };
    }

    private static LocalizedText why(CompiledRule rule, TreatmentFacts facts) {
        return switch (rule.rule().who()) {
            case TreatmentRule.Who.Members(String segmentId) ->
                new LocalizedText(
                        Map.of("en", "In the segment " + segmentId + ".", "de", "Im Segment " + segmentId + "."));
            case TreatmentRule.Who.Matching _ ->
                new Evidence(rule.condition(), LocalizedText.EMPTY).why(facts.features());
        };
    }

    /** The segments that the rules ask for. */
    public SortedSet<String> segments() {
        SortedSet<String> segments = new TreeSet<>();
        rules.forEach(each -> segments.addAll(each.condition().segments()));
        return segments;
    }
}
