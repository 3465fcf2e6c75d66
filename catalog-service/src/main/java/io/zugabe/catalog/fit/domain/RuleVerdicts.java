package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the rules say about every pair of attribute tuples, worked out once. One thread adds tuples; any
 * number of threads ask.
 *
 * <p>Whether A fits B depends only on the attributes that rules read, so products share tuples, and a
 * question about two products is a table read. Expressions run when a tuple is new.
 */
public final class RuleVerdicts {

    private final RuleSet rules;
    private final Map<String, InternedTuple> tuples = new ConcurrentHashMap<>();
    private final Map<String, List<InternedTuple>> tuplesByType = new HashMap<>();
    private final Map<TypePair, VerdictGrid> grids = new ConcurrentHashMap<>();
    private final Map<FitAnswer, FitAnswer> answers = new ConcurrentHashMap<>();
    private final LongAdder evaluations = new LongAdder();

    public RuleVerdicts(RuleSet rules) {
        this.rules = rules;
    }

    public RuleSet rules() {
        return rules;
    }

    /** Number of pairs of tuples whose rules were evaluated so far. */
    public long evaluations() {
        return evaluations.sum();
    }

    /** The one instance of a tuple. Works out what is said about it when it is new. Only for the one adding thread. */
    public InternedTuple intern(AttributeTuple tuple) {
        InternedTuple known = tuples.get(tuple.canonical());
        if (known != null) {
            return known;
        }
        List<InternedTuple> sameType = tuplesByType.computeIfAbsent(tuple.type(), _ -> new ArrayList<>());
        InternedTuple added = new InternedTuple(tuple, sameType.size());
        sameType.add(added);
        tuplesByType.forEach((type, others) -> {
            if (rules.gates(tuple.type(), type)) {
                others.forEach(other -> remember(added, other));
            }
            if (rules.gates(type, tuple.type())) {
                others.forEach(other -> remember(other, added));
            }
        });
        tuples.put(tuple.canonical(), added);
        return added;
    }

    /** What the rules say about a pair. */
    public FitAnswer answer(InternedTuple host, InternedTuple part) {
        VerdictGrid grid = grids.get(new TypePair(host.type(), part.type()));
        if (grid == null) {
            return FitAnswer.NOTHING_SAID;
        }
        FitAnswer remembered = grid.get(host.ordinal(), part.ordinal());
        return remembered == null ? evaluate(host, part) : remembered;
    }

    private void remember(InternedTuple host, InternedTuple part) {
        grids.computeIfAbsent(new TypePair(host.type(), part.type()), _ -> new VerdictGrid())
                .put(host.ordinal(), part.ordinal(), evaluate(host, part));
    }

    private FitAnswer evaluate(InternedTuple host, InternedTuple part) {
        evaluations.increment();
        FitAnswer answer = FitAnswer.ofRules(rules.about(host.type(), part.type()), host.tuple(), part.tuple());
        FitAnswer same = answers.putIfAbsent(answer, answer);
        return same == null ? answer : same;
    }
}
