package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fit groups and what is said about each pair of them, under one state of rules and maker statements.
 * One thread adds groups; any number of threads ask.
 */
public final class FitTable {

    private final String version;
    private final RuleVerdicts ruleVerdicts;
    private final List<MakerStatement> statements;
    private final StatementIndex hosts;
    private final StatementIndex parts;
    private final StatementTypes statementTypes = new StatementTypes();
    private final Map<String, FitGroup> groups = new ConcurrentHashMap<>();
    private final Map<String, PlacedGroups> groupsByType = new ConcurrentHashMap<>();

    /**
     * @param version identifies rules and statements
     */
    public FitTable(String version, RuleVerdicts ruleVerdicts, Collection<MakerStatement> statements) {
        Schema schema = ruleVerdicts.rules().schema();
        this.version = version;
        this.ruleVerdicts = ruleVerdicts;
        this.statements = List.copyOf(statements);
        this.hosts = StatementIndex.ofHosts(schema, statements);
        this.parts = StatementIndex.ofParts(schema, statements);
    }

    /**
     * The table under changed rules or statements. Takes over the groups that neither concern.
     *
     * @param changed the types and statements that changed
     * @param inUse whether a group still has products
     */
    public FitTable after(
            String nextVersion,
            RuleVerdicts nextVerdicts,
            Collection<MakerStatement> nextStatements,
            FitChange changed,
            Predicate<FitGroup> inUse) {
        FitTable next = new FitTable(nextVersion, nextVerdicts, nextStatements);
        groups.forEach((canonical, group) -> {
            boolean concerned = changed.types().contains(group.type()) || group.isMeantByAny(changed.statementIds());
            if (!concerned && inUse.test(group)) {
                next.add(canonical, group);
            }
        });
        return next;
    }

    public String version() {
        return version;
    }

    public RuleSet rules() {
        return ruleVerdicts.rules();
    }

    public RuleVerdicts ruleVerdicts() {
        return ruleVerdicts;
    }

    public List<MakerStatement> statements() {
        return statements;
    }

    /** All groups that were added. */
    public Collection<FitGroup> groups() {
        return groups.values();
    }

    /** The groups of exactly one type. */
    public List<FitGroup> groupsOfType(String type) {
        PlacedGroups ofType = groupsByType.get(type);
        return ofType == null ? List.of() : ofType.added().asList();
    }

    /** The groups of exactly one type by their verdict with a group, for some verdicts; null stands for no group. */
    public Map<Verdict, List<FitGroup>> groupsByVerdict(@Nullable FitGroup with, String type, Set<Verdict> wanted) {
        Map<Verdict, List<FitGroup>> found = new EnumMap<>(Verdict.class);
        wanted.forEach(verdict -> found.put(verdict, new ArrayList<>()));
        PlacedGroups ofType = groupsByType.get(type);
        if (ofType == null) {
            return found;
        }
        PlacedGroups.Added added = ofType.added();
        int place = placeOf(with);
        for (int i = 0; i < added.size(); i++) {
            Verdict placed = verdictAt(place, added.places()[i]);
            Verdict verdict = placed == null ? verdictEitherWay(with, added.groups()[i]) : placed;
            List<FitGroup> groupsOfVerdict = found.get(verdict);
            if (groupsOfVerdict != null) {
                groupsOfVerdict.add(added.groups()[i]);
            }
        }
        return found;
    }

    /** The group of a product, added if new; null if no rule or statement is about it. Only for the one adding thread. */
    public @Nullable FitGroup groupOf(Product product) {
        SortedMap<String, Membership> asHost = new TreeMap<>(hosts.membershipsOf(product));
        SortedMap<String, Membership> asPart = new TreeMap<>(parts.membershipsOf(product));
        if (asHost.isEmpty() && asPart.isEmpty() && !rules().knows(product.type())) {
            return null;
        }
        AttributeTuple tuple = rules().tupleOf(product.type(), product.brand(), product.model(), product.attributes());
        String canonical = FitGroup.canonical(tuple, asHost, asPart);
        FitGroup known = groups.get(canonical);
        if (known != null) {
            return known;
        }
        FitGroup added = new FitGroup(ruleVerdicts.intern(tuple), asHost, asPart);
        add(canonical, added);
        return added;
    }

    private void add(String canonical, FitGroup group) {
        statementTypes.add(group);
        groups.put(canonical, group);
        groupsByType.computeIfAbsent(group.type(), _ -> new PlacedGroups()).add(group, placeOf(group));
    }

    /** What is said about a host of one group and a part of another. */
    public FitAnswer answer(FitGroup host, FitGroup part) {
        FitAnswer ofRules = ruleVerdicts.answer(host.interned(), part.interned());
        return host.asHost().isEmpty() || part.asPart().isEmpty() ? ofRules : MakerVerdict.over(ofRules, host, part);
    }

    /** The verdict about two products, whichever is host and whichever part; UNKNOWN if one has no group. */
    public Verdict verdictEitherWay(@Nullable FitGroup one, @Nullable FitGroup other) {
        if (one == null || other == null) {
            return Verdict.UNKNOWN;
        }
        Verdict placed = verdictAt(placeOf(one), placeOf(other));
        return placed == null ? answerEitherWay(one, other).answer().verdict() : placed;
    }

    /**
     * What is said about a host and a part in a set, where a product of a type makes up for the misfits that it lifts.
     * What other rules and makers say remains.
     */
    public FitAnswer answerWithBridge(FitGroup host, FitGroup part, String type) {
        List<FitRule> others = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        for (FitRule rule : rules().about(host.type(), part.type())) {
            if (rule.liftedBy().equals(type)) {
                limits.addAll(rule.certainty().limits());
            } else {
                others.add(rule);
            }
        }
        FitAnswer ofOthers = FitAnswer.ofRules(others, host.tuple(), part.tuple());
        return MakerVerdict.over(ofOthers.withBridge(limits), host, part);
    }

    /** Where a product of a group stands in this table, as one number for {@link #verdictAt}. */
    public int placeOf(@Nullable FitGroup group) {
        if (group == null) {
            return FitPlace.NONE;
        }
        int place = ruleVerdicts.placeOf(group.interned());
        return group.isStated() ? FitPlace.stated(place) : place;
    }

    /** The verdict about two places, whichever is host and whichever part; null if only the groups can tell. */
    public @Nullable Verdict verdictAt(int one, int other) {
        return FitPlace.decide(one, other) ? ruleVerdicts.verdictAt(one, other) : null;
    }

    /** Whether something has to fit between hosts of one type and parts of another: a rule is about them, or a maker's list. */
    public boolean gates(String hostType, String partType) {
        return rules().gates(hostType, partType) || statementTypes.gates(hostType, partType);
    }

    /** What is said about two products, whichever is host and whichever part. */
    public RoleAnswer answerEitherWay(@Nullable FitGroup anchor, @Nullable FitGroup candidate) {
        if (anchor == null || candidate == null) {
            return RoleAnswer.NOTHING_SAID;
        }
        return RoleAnswer.better(
                new RoleAnswer(answer(anchor, candidate), true), new RoleAnswer(answer(candidate, anchor), false));
    }
}
