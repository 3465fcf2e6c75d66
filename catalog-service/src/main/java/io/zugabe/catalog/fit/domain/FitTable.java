package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
        statementTypes.add(added);
        groups.put(canonical, added);
        return added;
    }

    /** What is said about a host of one group and a part of another. */
    public FitAnswer answer(FitGroup host, FitGroup part) {
        FitAnswer ofRules = ruleVerdicts.answer(host.tuple(), part.tuple());
        return host.asHost().isEmpty() || part.asPart().isEmpty() ? ofRules : MakerVerdict.over(ofRules, host, part);
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
