package io.zugabe.catalog.fit.domain;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules about a pair of types say while many pairs of tuples are gone through: a rule is evaluated once for all
 * pairs that look alike to it. A rule that begins to read an attribute makes many tuples out of one, which only this rule
 * can tell apart. For one thread.
 */
final class AlikePairs {

    /** So many outcomes of a rule are kept, and no more: rules over part numbers see hardly any two pairs alike. */
    private static final int MOST_KEPT = 200_000;

    private final List<FitRule> about;
    private final Map<FitRule, Outcomes> outcomes = new IdentityHashMap<>();
    private boolean evaluated;

    /**
     * @param about the rules about hosts of one type and parts of another
     */
    AlikePairs(List<FitRule> about) {
        this.about = about;
        about.forEach(rule -> outcomes.put(rule, new Outcomes(rule)));
    }

    /** As {@link FitAnswer#ofRules(List, AttributeTuple, AttributeTuple)} has it. */
    FitAnswer answer(AttributeTuple host, AttributeTuple part) {
        evaluated = false;
        return FitAnswer.ofRules(about, rule -> {
            Outcomes ofRule = outcomes.get(rule);
            return ofRule == null ? rule.judge(host, part) : ofRule.of(host, part);
        });
    }

    /** Whether a rule had to be evaluated for the last answer. */
    boolean evaluated() {
        return evaluated;
    }

    private final class Outcomes {

        private final FitRule rule;
        private final Looks hosts;
        private final Looks parts;
        private final Map<Long, RuleOutcome> known = new HashMap<>();

        Outcomes(FitRule rule) {
            this.rule = rule;
            this.hosts = new Looks(rule.names(), Pair.HOST);
            this.parts = new Looks(rule.names(), Pair.PART);
        }

        RuleOutcome of(AttributeTuple host, AttributeTuple part) {
            long looks = (long) hosts.of(host) << Integer.SIZE | parts.of(part);
            RuleOutcome alike = known.get(looks);
            if (alike != null) {
                return alike;
            }
            evaluated = true;
            RuleOutcome outcome = rule.judge(host, part);
            if (known.size() < MOST_KEPT) {
                known.put(looks, outcome);
            }
            return outcome;
        }
    }

    /** Numbers for what a rule sees of the tuples in one role: what it reads, and what its sentences name. */
    private static final class Looks {

        private final Set<String> attributes = new TreeSet<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<AttributeTuple, Integer> byTuple = new IdentityHashMap<>();

        Looks(Set<String> names, String role) {
            names.stream()
                    .filter(name -> name.startsWith(role))
                    .forEach(name -> attributes.add(name.substring(role.length())));
        }

        int of(AttributeTuple tuple) {
            return byTuple.computeIfAbsent(
                    tuple, _ -> numbers.computeIfAbsent(tuple.canonical(attributes), _ -> numbers.size()));
        }
    }
}
