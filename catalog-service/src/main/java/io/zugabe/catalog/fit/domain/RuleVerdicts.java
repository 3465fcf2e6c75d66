package io.zugabe.catalog.fit.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private @Nullable RuleVerdicts before;
    private volatile VerdictGrids grids = VerdictGrids.NONE;

    /** Nothing known yet. */
    public RuleVerdicts(RuleSet rules) {
        this.rules = rules;
        this.evaluations = new LongAdder();
    }

    private RuleVerdicts(RuleSet rules, RuleVerdicts before, Set<String> changed) {
        this.rules = rules;
        this.evaluations = before.evaluations;
        this.before = before;
        before.types.forEach(
                (type, tuples) -> know(changed.contains(type) ? newTuples(type, tuples.number()) : tuples));
    }

    public RuleSet rules() {
        return rules;
    }

    /**
     * How often rules were evaluated so far: those about a pair of tuples when one of them is new, each rule for pairs that
     * look alike to it when many are.
     */
    public long evaluations() {
        return evaluations.sum();
    }

    /**
     * The verdicts under changed rules. Tuples of types that look as before are taken over, and so is what rules say that
     * are the same about tuples that look the same to them; all else is worked out anew. What is taken over is shared:
     * nobody may add to these verdicts any more. Nobody may ask those before they are {@link #settle}d.
     *
     * @param changed what {@link RuleSet#typesSeenOtherwise} names
     */
    public RuleVerdicts under(RuleSet next, Set<String> changed) {
        return new RuleVerdicts(next, this, changed);
    }

    /** The verdicts under the same rules without the tuples that no product has any more. To be {@link #settle}d. */
    public RuleVerdicts compacted() {
        return under(rules, types.keySet());
    }

    /** Works out what is said about all tuples that were added since these verdicts followed others, on all cores. */
    public void settle() {
        RuleVerdicts known = before;
        if (known == null) {
            return;
        }
        List<TypePair> ruled = types.keySet().stream()
                .flatMap(host -> types.keySet().stream()
                        .filter(part -> rules.gates(host, part))
                        .map(part -> new TypePair(host, part)))
                .toList();
        List<VerdictGrid> worked =
                ruled.parallelStream().map(pair -> after(known, pair)).toList();
        for (int i = 0; i < worked.size(); i++) {
            put(tuplesOf(ruled.get(i).host()), tuplesOf(ruled.get(i).part()), worked.get(i));
        }
        before = null;
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
        if (before != null) {
            return added;
        }
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
        VerdictGrids current = grids;
        if (current.silent(FitPlace.type(one), FitPlace.type(other))) {
            return Verdict.UNKNOWN;
        }
        int code = codeAt(current, one, other);
        if (code == VerdictGrid.NOT_REMEMBERED) {
            return null;
        }
        int turned = codeAt(current, other, one);
        return turned == VerdictGrid.NOT_REMEMBERED ? null : VerdictGrid.verdictOf(Math.min(code, turned));
    }

    private static int codeAt(VerdictGrids grids, int host, int part) {
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

    private VerdictGrid after(RuleVerdicts known, TypePair pair) {
        TypeTuples host = tuplesOf(pair.host());
        TypeTuples part = tuplesOf(pair.part());
        TypeTuples olderHost = known.types.get(pair.host());
        TypeTuples olderPart = known.types.get(pair.part());
        List<FitRule> about = rules.about(pair.host(), pair.part());
        SaidBefore said = SaidBefore.NOTHING;
        if (olderHost != null && olderPart != null && about.equals(known.rules.about(pair.host(), pair.part()))) {
            VerdictGrid grid = known.gridOf(olderHost.number(), olderPart.number());
            if (grid != null && olderHost == host && olderPart == part) {
                return grid;
            }
            if (grid != null) {
                said = SaidBefore.of(about, grid, olderHost.all(), olderPart.all(), host.all(), part.all());
            }
        }
        AlikePairs pairs = new AlikePairs(about, host.all(), part.all());
        VerdictGrid grid = pairs.grid(said, MOST_REMEMBERED);
        evaluations.add(pairs.evaluations());
        return grid;
    }

    private TypeTuples tuplesOf(String type) {
        return Objects.requireNonNull(types.get(type));
    }

    private void remember(VerdictGrid grid, InternedTuple host, InternedTuple part) {
        if (grid.hasRoomFor(host.ordinal(), part.ordinal(), MOST_REMEMBERED)) {
            grid.put(host.ordinal(), part.ordinal(), evaluate(host, part));
        }
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
}
