package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules about a pair of types say about all pairs of tuples, worked out at once: a rule is evaluated once for all
 * pairs that look alike to it, an answer is put together once for all pairs of which each rule says the same. A rule that
 * begins to read an attribute makes many tuples out of one, which only this rule can tell apart. For one thread.
 */
final class AlikePairs {

    private final List<FitRule> about;
    private final List<InternedTuple> hosts;
    private final List<InternedTuple> parts;
    private final List<Outcomes> outcomes;
    private final Evaluator evaluator = new RememberedValues();
    private final Map<Long, Integer> combinations = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private long evaluations;

    /**
     * @param about the rules about hosts of one type and parts of another
     */
    AlikePairs(List<FitRule> about, List<InternedTuple> hosts, List<InternedTuple> parts) {
        this.about = about;
        this.hosts = hosts;
        this.parts = parts;
        this.outcomes = about.stream().map(Outcomes::new).toList();
    }

    /** How often a rule had to be evaluated. */
    long evaluations() {
        return evaluations;
    }

    /**
     * The answers about all pairs, as {@link FitAnswer#ofRules(List, AttributeTuple, AttributeTuple)} has them, as far as
     * there is room.
     *
     * @param said what the same rules said about pairs before
     */
    VerdictGrid grid(SaidBefore said, long mostPairs) {
        int rows = (int) Math.min(hosts.size(), mostPairs / Math.max(1, parts.size()));
        VerdictGrid grid = new VerdictGrid(rows, rows == 0 ? 0 : parts.size());
        for (int host = 0; host < rows; host++) {
            for (int part = 0; part < parts.size(); part++) {
                int number = said.number(host, part, grid);
                grid.set(host, part, number == VerdictGrid.NOT_REMEMBERED ? number(host, part, grid) : number);
            }
        }
        return grid;
    }

    private int number(int host, int part, VerdictGrid grid) {
        int combination = 0;
        for (Outcomes ofRule : outcomes) {
            long longer = (long) combination << Integer.SIZE | ofRule.numberOf(host, part);
            combination = combinations.computeIfAbsent(longer, _ -> combinations.size() + 1);
        }
        return numbers.computeIfAbsent(combination, _ -> grid.numberOf(answer(host, part)));
    }

    private FitAnswer answer(int host, int part) {
        Map<FitRule, RuleOutcome> byRule = new HashMap<>();
        for (Outcomes ofRule : outcomes) {
            byRule.put(ofRule.rule, ofRule.all.get(ofRule.numberOf(host, part) - 1));
        }
        return FitAnswer.ofRules(about, rule -> byRule.getOrDefault(rule, new RuleOutcome.Silent()));
    }

    /** What a rule says, by how pairs look to it. */
    private final class Outcomes {

        private final FitRule rule;
        private final int[] hostLooks;
        private final int[] partLooks;
        private final int partLookCount;
        private final int[] known;
        private final Map<RuleOutcome, Integer> outcomeNumbers = new HashMap<>();
        private final List<RuleOutcome> all = new ArrayList<>();

        Outcomes(FitRule rule) {
            Looks ofHosts = new Looks(List.of(rule), Pair.HOST);
            Looks ofParts = new Looks(List.of(rule), Pair.PART);
            this.rule = rule;
            this.hostLooks = ofHosts.of(hosts);
            this.partLooks = ofParts.of(parts);
            this.partLookCount = ofParts.count();
            this.known = new int[ofHosts.count() * ofParts.count()];
        }

        /** Numbers what the rule says from 1. */
        int numberOf(int host, int part) {
            int looks = hostLooks[host] * partLookCount + partLooks[part];
            if (known[looks] == 0) {
                evaluations++;
                RuleOutcome outcome =
                        rule.judge(hosts.get(host).tuple(), parts.get(part).tuple(), evaluator);
                known[looks] = outcomeNumbers.computeIfAbsent(outcome, added -> {
                    all.add(added);
                    return all.size();
                });
            }
            return known[looks];
        }
    }
}
