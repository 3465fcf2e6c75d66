package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.FitChange;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.Regrouping;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.RuleVerdicts;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.rule.domain.RunTimeRules;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed of rules and statements since the fit table was built, and how the next one is built. Only for the one
 * applying thread, but for {@link #ruleState}.
 */
final class NextTable {

    /** Groups that lost their products are kept until they are this many times as many as at the last rebuild. */
    private static final int GROWTH_BEFORE_COMPACTION = 2;

    private static final int GROUPS_NEVER_COMPACTED = 10_000;

    private final RuleBook book;
    private final RunTimeRules runTimeRules = new RunTimeRules();
    private final TouchedStatements touched = new TouchedStatements();
    private RuleSet rules;
    private boolean rulesChanged;
    private int groupsAtRebuild;

    NextTable(RuleBook book, RuleSet rules) {
        this.book = book;
        this.rules = rules;
    }

    /**
     * The next table with the places of all products.
     *
     * @param regrouped the products that look different in it
     * @param byOtherRules whether its rules are others than before
     */
    record Built(FitPlaces places, List<CatalogEntry> regrouped, boolean byOtherRules) {}

    RuleState ruleState() {
        return runTimeRules.state();
    }

    void use(RuleSet next) {
        rules = next;
    }

    void put(long at, TypeDeclaration type) {
        runTimeRules.put(at, type);
        rulesChanged = true;
    }

    void removeType(String type) {
        runTimeRules.removeType(type);
        rulesChanged = true;
    }

    void put(RuleVersion version) {
        rulesChanged |= runTimeRules.put(version);
    }

    void removeVersion(String id) {
        runTimeRules.removeVersion(id);
    }

    void touch(@Nullable MakerStatement now, @Nullable Placed<MakerStatement> before) {
        touched.add(now, before);
    }

    /** Whether rules or maker statements changed since a table was built, or it holds mostly empty groups. */
    boolean isDue(FitTable current) {
        int groups = current.groups().size();
        return !touched.isEmpty()
                || rulesChanged
                || rules != current.rules()
                || (groups > GROUPS_NEVER_COMPACTED && groups > GROWTH_BEFORE_COMPACTION * groupsAtRebuild);
    }

    /**
     * Builds it, and puts the products that it concerns where they belong; where nothing changed, these are all, and
     * what no product needs any more is dropped.
     */
    Built build(
            FitPlaces before, Collection<Placed<MakerStatement>> statements, ProductIndex products, FitIndex index) {
        if (rulesChanged) {
            rulesChanged = false;
            rules = book.assemble(runTimeRules.state());
        }
        RuleSet next = rules;
        FitTable old = before.table();
        boolean otherRules = next != old.rules();
        boolean compact = touched.isEmpty() && !otherRules;
        Set<String> types = compact ? Set.copyOf(products.types()) : next.typesSeenOtherwise(old.rules());
        RuleVerdicts known = old.ruleVerdicts();
        RuleVerdicts verdicts = compact ? known.compacted() : otherRules ? known.under(next, types) : known;
        FitTable built = old.after(
                FitVersion.of(next, statements),
                verdicts,
                statements.stream().map(Placed::value).toList(),
                new FitChange(types, touched.ids()),
                group -> index.count(group) > 0);
        List<CatalogEntry> changed = changed(products, types, old.rules(), built);
        verdicts.settle();
        FitPlaces places = before.in(built);
        List<CatalogEntry> regrouped = new ArrayList<>();
        for (CatalogEntry entry : changed) {
            CatalogEntry older = products.replace(entry);
            index.put(entry.ordinal(), entry.group());
            places.put(entry.ordinal(), entry.group());
            if (!entry.looksLike(older)) {
                regrouped.add(entry);
            }
        }
        touched.clear();
        groupsAtRebuild = built.groups().size();
        return new Built(places, List.copyOf(regrouped), otherRules);
    }

    /** The products of some types and those that touched statements concern, as they look in a table. */
    private List<CatalogEntry> changed(ProductIndex products, Set<String> types, RuleSet before, FitTable table) {
        List<CatalogEntry> changed = new ArrayList<>();
        Map<String, CatalogEntry> stated =
                touched.concerned(products, table.rules().schema());
        for (CatalogEntry entry : stated.values()) {
            changed.add(
                    types.contains(entry.product().type())
                            ? readAnew(entry, table)
                            : entry.withGroup(table.groupOf(entry.product())));
        }
        Regrouping regrouping = new Regrouping(before, table);
        for (String type : types) {
            boolean sameDeclaration = table.rules().declaresAs(before, type);
            for (CatalogEntry entry : products.ofType(type).values()) {
                FitGroup group = entry.group();
                if (!stated.containsKey(entry.product().id())) {
                    changed.add(
                            sameDeclaration && group != null
                                    ? entry.withGroup(regrouping.groupOf(entry.product(), group))
                                    : readAnew(entry, table));
                }
            }
        }
        return changed;
    }

    /** Other rules may declare a product's attributes otherwise. */
    private static CatalogEntry readAnew(CatalogEntry entry, FitTable table) {
        Schema schema = table.rules().schema();
        Product product = entry.product().readBy(schema);
        return CatalogEntry.of(
                product, entry.position(), entry.updateTime(), table.groupOf(product), schema, entry.ordinal());
    }
}
