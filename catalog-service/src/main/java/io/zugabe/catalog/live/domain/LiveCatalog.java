package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.fit.domain.CanonicalSelectors;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.RuleVerdicts;
import io.zugabe.catalog.product.domain.CanonicalAttributes;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.schema.domain.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The whole catalog in memory. One thread applies changes in their order; any number of threads read. A
 * reader sees each product, relation and answer as of some moment, never a torn one.
 */
public final class LiveCatalog {

    /** Groups that lost their products are kept until they are this many times as many as at the last rebuild. */
    private static final int GROWTH_BEFORE_COMPACTION = 2;

    private static final int GROUPS_NEVER_COMPACTED = 10_000;

    private final RuleSet rules;
    private final ProductIndex products = new ProductIndex();
    private final ConcurrentNavigableMap<String, Placed<Relation>> relations = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<String, Placed<MakerStatement>> statements = new ConcurrentSkipListMap<>();
    private final ConcurrentNavigableMap<Long, LiveEvent> tombstones = new ConcurrentSkipListMap<>();
    private final Followers followers = new Followers();
    private volatile FitTable table;
    private volatile long position;
    private boolean statementsChanged;
    private int groupsAtRebuild;

    public LiveCatalog(RuleSet rules) {
        this.rules = rules;
        this.table = newTable(new RuleVerdicts(rules));
    }

    public RuleSet rules() {
        return rules;
    }

    public Schema schema() {
        return rules.schema();
    }

    /** Position of the last change applied; 0 before the first. */
    public long position() {
        return position;
    }

    /** The fit table in force. */
    public FitTable table() {
        return table;
    }

    /** A product. */
    public Optional<CatalogEntry> product(String id) {
        return products.find(id);
    }

    public int productCount() {
        return products.size();
    }

    /** The products by id. */
    public NavigableMap<String, CatalogEntry> products() {
        return products.byId();
    }

    /** The products of exactly one type, by id. */
    public NavigableMap<String, CatalogEntry> productsOfType(String type) {
        return products.ofType(type);
    }

    /** The types of which there are products. */
    public Iterable<String> types() {
        return products.types();
    }

    /** The relations by id. */
    public NavigableMap<String, Placed<Relation>> relations() {
        return relations;
    }

    /** The maker statements by id. */
    public NavigableMap<String, Placed<MakerStatement>> statements() {
        return statements;
    }

    /** Deletions after a position, in order. */
    public List<LiveEvent> deletionsAfter(long after) {
        return List.copyOf(tombstones.tailMap(after, false).values());
    }

    /** A new follower that is told of everything applied from now on. */
    public Follower follow(int capacity) {
        return followers.add(capacity);
    }

    /** Ends following. */
    public void unfollow(Follower follower) {
        followers.remove(follower);
    }

    /** Whether maker statements changed since the fit table was built, or it holds mostly empty groups. */
    public boolean tableIsStale() {
        int groups = table.groups().size();
        return statementsChanged
                || (groups > GROUPS_NEVER_COMPACTED && groups > GROWTH_BEFORE_COMPACTION * groupsAtRebuild);
    }

    /** Applies changes in their order. Only for the one applying thread. */
    public void apply(List<Change> changes) {
        List<LiveEvent> events = new ArrayList<>(changes.size());
        for (Change change : changes) {
            apply(change, events);
        }
        if (!changes.isEmpty()) {
            position = changes.getLast().position();
        }
        followers.tell(events);
    }

    /** Builds the fit table anew from products and statements. Only for the one applying thread. */
    public void rebuildTable() {
        boolean compact = !statementsChanged;
        statementsChanged = false;
        FitTable built = newTable(compact ? new RuleVerdicts(rules) : table.ruleVerdicts());
        List<CatalogEntry> regrouped = new ArrayList<>();
        for (CatalogEntry entry : products.byId().values()) {
            FitGroup group = built.groupOf(entry.product());
            CatalogEntry changed = entry.withGroup(group);
            products.put(changed);
            if (changed.groupId() != entry.groupId()) {
                regrouped.add(changed);
            }
        }
        groupsAtRebuild = built.groups().size();
        table = built;
        followers.tell(List.of(new LiveEvent.TableReplaced(position, built, List.copyOf(regrouped))));
    }

    /** Forgets deletions up to a position. Only for the one applying thread. */
    public void forgetDeletionsUpTo(long floor) {
        tombstones.headMap(floor, true).clear();
    }

    private void apply(Change change, List<LiveEvent> events) {
        switch (change) {
            case Change.ProductWritten written -> {
                CatalogEntry entry = entryOf(written);
                products.put(entry);
                events.add(new LiveEvent.ProductChanged(written.position(), entry));
            }
            case Change.ProductDeleted deleted -> {
                products.remove(deleted.id());
                entomb(new LiveEvent.ProductGone(deleted.position(), deleted.id()), events);
            }
            case Change.RelationWritten(long at, Relation stored) -> {
                Relation relation = stored.withSelectors(
                        CanonicalSelectors.of(schema(), stored.anchor()),
                        CanonicalSelectors.of(schema(), stored.complement()));
                relations.put(relation.id(), new Placed<>(at, relation));
                events.add(new LiveEvent.RelationChanged(at, relation));
            }
            case Change.RelationDeleted(long at, String id) -> {
                relations.remove(id);
                entomb(new LiveEvent.RelationGone(at, id), events);
            }
            case Change.StatementWritten(long at, MakerStatement statement) -> {
                statements.put(statement.id(), new Placed<>(at, statement));
                statementsChanged = true;
            }
            case Change.StatementDeleted(long _, String id) -> statementsChanged |= statements.remove(id) != null;
        }
    }

    private void entomb(LiveEvent gone, List<LiveEvent> events) {
        tombstones.put(gone.position(), gone);
        events.add(gone);
    }

    /** A pack may have changed since a product was stored: what it cannot read any more counts as missing. */
    private CatalogEntry entryOf(Change.ProductWritten written) {
        Product stored = written.product();
        Product product = stored.withAttributes(
                CanonicalAttributes.of(schema(), stored.type(), stored.attributes(), (_, _) -> {}));
        Boolean consumable = product.consumable();
        return new CatalogEntry(
                product,
                written.position(),
                written.time(),
                table.groupOf(product),
                schema().path(product.type()),
                consumable == null ? schema().consumable(product.type()) : consumable);
    }

    private FitTable newTable(RuleVerdicts verdicts) {
        List<MakerStatement> current =
                statements.values().stream().map(Placed::value).toList();
        return new FitTable(FitVersion.of(rules, statements.values()), verdicts, current);
    }
}
