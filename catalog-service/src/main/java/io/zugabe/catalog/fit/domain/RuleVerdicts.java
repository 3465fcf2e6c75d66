package io.zugabe.catalog.fit.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about every pair of attribute tuples, worked out once. One thread adds tuples; any
 * number of threads ask.
 *
 * <p>Whether A fits B depends only on the attributes that rules read, so products share tuples, and a
 * question about two products is a table read. Expressions run when a tuple is new. When rules change, what
 * they did not touch is taken over.
 */
public final class RuleVerdicts {

    /**
     * Pairs of tuples remembered for one pair of types. Types whose products nearly all differ (rules over part
     * numbers) would otherwise fill the memory; what is not remembered is worked out when it is asked for.
     */
    static final long MOST_REMEMBERED = 4_000_000;

    private final RuleSet rules;
    private final Map<String, TypeTuples> types = new ConcurrentHashMap<>();
    private final LongAdder evaluations;
    private volatile @Nullable TypeTuples[] byNumber = new TypeTuples[0];
    private final Map<TypePair, AlikePairs> alikePairs = new HashMap<>();
    private boolean settled;
    private volatile Grids grids = new Grids(0, new VerdictGrid[1]);

    /** Nothing known yet. */
    public RuleVerdicts(RuleSet rules) {
        this.rules = rules;
        this.evaluations = new LongAdder();
        this.settled = true;
    }

    private RuleVerdicts(RuleSet rules, RuleVerdicts before, Set<String> changed) {
        this.rules = rules;
        this.evaluations = before.evaluations;
        before.types.forEach(
                (type, tuples) -> know(changed.contains(type) ? newTuples(type, tuples.number()) : tuples));
        for (TypeTuples host : types.values()) {
            for (TypeTuples part : types.values()) {
                adoptOrEvaluate(before, host, part);
            }
        }
    }

    public RuleSet rules() {
        return rules;
    }

    /** Number of pairs of tuples whose rules were evaluated so far. */
    public long evaluations() {
        return evaluations.sum();
    }

    /**
     * The verdicts under changed rules. Tuples of types that look as before are taken over, and so are verdicts
     * about two such types whose rules are the same; all else is worked out anew. What is taken over is shared:
     * nobody may add to these verdicts any more. To be {@link #settle}d.
     *
     * @param changed what {@link RuleSet#typesSeenOtherwise} names
     */
    public RuleVerdicts under(RuleSet next, Set<String> changed) {
        return new RuleVerdicts(next, this, changed);
    }

    /** That the tuples of all products are known: few will follow, for which it does not pay to look for alike pairs. */
    public void settle() {
        settled = true;
        alikePairs.clear();
    }

    /** The one instance of a tuple. Works out what is said about it when it is new. Only for the one adding thread. */
    InternedTuple intern(AttributeTuple tuple) {
        TypeTuples sameType = types.get(tuple.type());
        if (sameType == null) {
            sameType = know(newTuples(tuple.type(), types.size() + 1));
        }
        InternedTuple known = sameType.find(tuple);
        if (known != null) {
            return known;
        }
        InternedTuple added = sameType.add(tuple);
        for (TypeTuples others : types.values()) {
            if (rules.gates(tuple.type(), others.type())) {
                VerdictGrid grid = grid(sameType, others);
                others.all().forEach(other -> remember(grid, added, other));
            }
            if (rules.gates(others.type(), tuple.type())) {
                VerdictGrid grid = grid(others, sameType);
                others.all().forEach(other -> remember(grid, other, added));
            }
        }
        return added;
    }

    /**
     * What the rules say about a pair. Tuples may be from before or after a change of rules: these are answered
     * by these rules too, only not from memory, and not if their attributes were declared otherwise.
     */
    FitAnswer answer(InternedTuple host, InternedTuple part) {
        if (!knows(host) || !knows(part)) {
            return evaluateForeign(host, part);
        }
        VerdictGrid grid = gridOf(host.typeNumber(), part.typeNumber());
        if (grid == null) {
            return FitAnswer.NOTHING_SAID;
        }
        FitAnswer remembered = grid.get(host.ordinal(), part.ordinal());
        return remembered == null ? evaluate(host, part) : remembered;
    }

    /**
     * Where a tuple stands, as one number: products keep it beside them. {@link FitPlace#ELSEWHERE} if the number
     * cannot say it.
     */
    int placeOf(InternedTuple tuple) {
        return knows(tuple) ? FitPlace.of(tuple.typeNumber(), tuple.ordinal()) : FitPlace.ELSEWHERE;
    }

    /** The verdict about two places, whichever is host and whichever part; null if it is not remembered. */
    @Nullable
    Verdict verdictAt(int one, int other) {
        Grids current = grids;
        int code = codeAt(current, one, other);
        if (code == VerdictGrid.NOT_REMEMBERED) {
            return null;
        }
        int turned = codeAt(current, other, one);
        return turned == VerdictGrid.NOT_REMEMBERED ? null : VerdictGrid.verdictOf(Math.min(code, turned));
    }

    private static int codeAt(Grids grids, int host, int part) {
        VerdictGrid grid = grids.of(FitPlace.type(host), FitPlace.type(part));
        return grid == null ? VerdictGrid.SILENT : grid.code(FitPlace.ordinal(host), FitPlace.ordinal(part));
    }

    private boolean knows(InternedTuple tuple) {
        @Nullable TypeTuples[] current = byNumber;
        return tuple.typeNumber() < current.length && current[tuple.typeNumber()] == tuple.owner();
    }

    private TypeTuples newTuples(String type, int number) {
        return new TypeTuples(type, number, rules.schema().attributes(type));
    }

    private TypeTuples know(TypeTuples tuples) {
        types.put(tuples.type(), tuples);
        @Nullable TypeTuples[] grown = Arrays.copyOf(byNumber, Math.max(byNumber.length, tuples.number() + 1));
        grown[tuples.number()] = tuples;
        byNumber = grown;
        return tuples;
    }

    private @Nullable VerdictGrid gridOf(int hostType, int partType) {
        return grids.of(hostType, partType);
    }

    private VerdictGrid grid(TypeTuples host, TypeTuples part) {
        VerdictGrid known = gridOf(host.number(), part.number());
        if (known != null) {
            return known;
        }
        VerdictGrid added = new VerdictGrid();
        put(host, part, added);
        return added;
    }

    private void put(TypeTuples host, TypeTuples part, VerdictGrid grid) {
        grids = grids.with(host.number(), part.number(), grid);
    }

    private void adoptOrEvaluate(RuleVerdicts before, TypeTuples host, TypeTuples part) {
        List<FitRule> about = rules.about(host.type(), part.type());
        if (about.isEmpty()) {
            return;
        }
        boolean sameTuples = before.types.get(host.type()) == host && before.types.get(part.type()) == part;
        VerdictGrid known = before.gridOf(host.number(), part.number());
        if (known != null && sameTuples && about.equals(before.rules.about(host.type(), part.type()))) {
            put(host, part, known);
            return;
        }
        VerdictGrid grid = grid(host, part);
        host.all().forEach(one -> part.all().forEach(other -> remember(grid, one, other)));
    }

    private void remember(VerdictGrid grid, InternedTuple host, InternedTuple part) {
        if (grid.hasRoomFor(host.ordinal(), part.ordinal(), MOST_REMEMBERED)) {
            grid.put(host.ordinal(), part.ordinal(), settled ? evaluate(host, part) : evaluateAlike(host, part));
        }
    }

    private FitAnswer evaluateAlike(InternedTuple host, InternedTuple part) {
        AlikePairs alike = alikePairs.computeIfAbsent(
                new TypePair(host.type(), part.type()),
                types -> new AlikePairs(rules.about(types.host(), types.part())));
        FitAnswer answer = alike.answer(host.tuple(), part.tuple());
        if (alike.evaluated()) {
            evaluations.increment();
        }
        return answer;
    }

    private FitAnswer evaluateForeign(InternedTuple host, InternedTuple part) {
        return declaredAsHere(host) && declaredAsHere(part) ? evaluate(host, part) : FitAnswer.NOTHING_SAID;
    }

    private boolean declaredAsHere(InternedTuple tuple) {
        return tuple.owner().declared().equals(rules.schema().attributes(tuple.type()));
    }

    private FitAnswer evaluate(InternedTuple host, InternedTuple part) {
        evaluations.increment();
        return FitAnswer.ofRules(rules.about(host.type(), part.type()), host.tuple(), part.tuple());
    }

    /**
     * The grids by pair of types.
     *
     * @param types number of types; types are numbered from 1, so that 0 stands for a product without rules
     */
    private record Grids(int types, @Nullable VerdictGrid[] byTypes) {

        @Nullable
        VerdictGrid of(int hostType, int partType) {
            return hostType <= types && partType <= types ? byTypes[hostType * (types + 1) + partType] : null;
        }

        Grids with(int hostType, int partType, VerdictGrid grid) {
            int most = Math.max(types, Math.max(hostType, partType));
            @Nullable VerdictGrid[] grown = new VerdictGrid[(most + 1) * (most + 1)];
            for (int i = 0; i <= types; i++) {
                System.arraycopy(byTypes, i * (types + 1), grown, i * (most + 1), types + 1);
            }
            grown[hostType * (most + 1) + partType] = grid;
            return new Grids(most, grown);
        }
    }
}
