package io.zugabe.catalog.live.domain;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.fit.domain.RuleVerdicts;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleState;
import io.zugabe.catalog.rule.domain.RuleVersion;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.schema.domain.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole catalog in memory. One thread applies changes in their order; any number of threads read. A
 * reader sees each product, relation and answer as of some moment, never a torn one.
 */
public final class LiveCatalog {

    private final RuleBook book;
    private final FitIndex fitIndex = new FitIndex();
    private final ProductIndex products = new ProductIndex();
    private final RelationIndex relations = new RelationIndex();
    private final ConcurrentNavigableMap<String, Placed<MakerStatement>> statements = new ConcurrentSkipListMap<>();
    private final DisputeIndex disputes = new DisputeIndex();
    private final ConcurrentNavigableMap<Long, LiveEvent> tombstones = new ConcurrentSkipListMap<>();
    private final Followers followers = new Followers();
    private final NextTable next;
    private volatile FitPlaces places;
    private volatile long position;

    /** A catalog whose rules only {@link #useRules} changes. */
    public LiveCatalog(RuleSet rules) {
        this(RuleBook.of(rules), rules);
    }

    /** A catalog whose rules change with what is declared at run time. */
    public LiveCatalog(RuleBook book) {
        this(book, book.assemble(RuleState.EMPTY));
    }

    private LiveCatalog(RuleBook book, RuleSet rules) {
        this.book = book;
        this.next = new NextTable(book, rules);
        this.places = new FitPlaces(new FitTable(FitVersion.of(rules, List.of()), new RuleVerdicts(rules), List.of()));
    }

    /** The rules in force. */
    public RuleSet rules() {
        return table().rules();
    }

    /** The rules as they are written. */
    public RuleBook ruleBook() {
        return book;
    }

    /** What was declared at run time, as far as the log was read: what is in force soon, if not yet. */
    public RuleState ruleState() {
        return next.ruleState();
    }

    public Schema schema() {
        return rules().schema();
    }

    /** Which products are in which fit group. */
    public FitIndex fitIndex() {
        return fitIndex;
    }

    /** The fit table in force, and where products stand in it. */
    public FitPlaces fitPlaces() {
        return places;
    }

    /** Sets the rules that the next rebuild of the fit table puts in force. Only for the one applying thread. */
    public void useRules(RuleSet rules) {
        next.use(rules);
    }

    /** Position of the last change applied; 0 before the first. */
    public long position() {
        return position;
    }

    /** The fit table in force. */
    public FitTable table() {
        return places.table();
    }

    /** A product. */
    public Optional<CatalogEntry> product(String id) {
        return products.find(id);
    }

    /** The product with a number in the fit index; null if there is none. */
    public @Nullable CatalogEntry productAt(int ordinal) {
        return products.at(ordinal);
    }

    /** The selling price of a product. */
    public Optional<Money> listPrice(String id) {
        return product(id).map(entry -> entry.product().price());
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

    /** The numbers of the products of exactly one type, by their ids. */
    public OrdinalsById ordinalsOfType(String type) {
        return products.ordinalsOfType(type);
    }

    /** Number of products of exactly one type. */
    public int productCountOfType(String type) {
        return products.sizeOfType(type);
    }

    /** The types of which there are products. */
    public Set<String> types() {
        return products.types();
    }

    /** The relations by id. */
    public NavigableMap<String, Placed<Relation>> relations() {
        return relations.byId();
    }

    /** The maker statements by id. */
    public NavigableMap<String, Placed<MakerStatement>> statements() {
        return statements;
    }

    /** The disputes, and the pairs that they block. */
    public DisputeIndex disputes() {
        return disputes;
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

    /** Whether rules or maker statements changed since the fit table was built, or it holds mostly empty groups. */
    public boolean tableIsStale() {
        return next.isDue(table());
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

    /**
     * Puts changed rules and statements in force. Only products that these concern are looked at again; where
     * nothing changed, all are, and what no product needs any more is dropped. Only for the one applying thread.
     */
    public void rebuildTable() {
        NextTable.Built built = next.build(places, statements.values(), products, fitIndex);
        places = built.places();
        List<LiveEvent.RelationChanged> reread = built.byOtherRules() ? relations.resolveAgain(schema()) : List.of();
        followers.tell(List.of(new LiveEvent.TableReplaced(position, table(), built.regrouped(), reread)));
    }

    /** Forgets deletions up to a position. Only for the one applying thread. */
    public void forgetDeletionsUpTo(long floor) {
        tombstones.headMap(floor, true).clear();
    }

    private void apply(Change change, List<LiveEvent> events) {
        switch (change) {
            case Change.ProductWritten written -> {
                CatalogEntry entry = entryOf(written);
                put(entry);
                place(entry.ordinal(), entry.group());
                events.add(new LiveEvent.ProductChanged(written.position(), entry));
            }
            case Change.ProductDeleted deleted -> {
                products.remove(deleted.id()).ifPresent(gone -> {
                    fitIndex.remove(gone.ordinal());
                    place(gone.ordinal(), null);
                });
                entomb(new LiveEvent.ProductGone(deleted.position(), deleted.id()), events);
            }
            case Change.RelationWritten(long at, Relation written) -> events.add(relations.put(at, written, schema()));
            case Change.RelationDeleted(long at, String id) -> {
                relations.remove(id);
                entomb(new LiveEvent.RelationGone(at, id), events);
            }
            case Change.StatementWritten(long at, MakerStatement statement) ->
                next.touch(statement, statements.put(statement.id(), new Placed<>(at, statement)));
            case Change.StatementDeleted(long _, String id) -> next.touch(null, statements.remove(id));
            case Change.TypeWritten(long at, TypeDeclaration type) -> next.put(at, type);
            case Change.TypeDeleted(long _, String type) -> next.removeType(type);
            case Change.RuleWritten(long _, RuleVersion version) -> next.put(version);
            case Change.RuleDeleted(long _, String id) -> next.removeVersion(id);
            case Change.DisputeWritten(long at, Dispute dispute) -> {
                disputes.put(new Placed<>(at, dispute));
                events.add(new LiveEvent.DisputeChanged(at, dispute));
            }
        }
    }

    private void entomb(LiveEvent gone, List<LiveEvent> events) {
        tombstones.put(gone.position(), gone);
        events.add(gone);
    }

    private CatalogEntry entryOf(Change.ProductWritten written) {
        Product product = written.product().readBy(schema());
        Optional<CatalogEntry> older = products.find(product.id());
        return CatalogEntry.of(
                product,
                written.position(),
                written.time(),
                groupOf(product, older.orElse(null)),
                schema(),
                older.map(CatalogEntry::ordinal).orElseGet(fitIndex::newOrdinal));
    }

    /** A new price moves nothing: a product is grouped again only if something that groups read has changed. */
    private @Nullable FitGroup groupOf(Product product, @Nullable CatalogEntry older) {
        return older != null && product.fitsAs(older.product()) ? older.group() : table().groupOf(product);
    }

    private void put(CatalogEntry entry) {
        products.put(entry);
        fitIndex.put(entry.ordinal(), entry.group());
    }

    private void place(int ordinal, @Nullable FitGroup group) {
        FitPlaces roomy = places.holding(ordinal);
        roomy.put(ordinal, group);
        places = roomy;
    }
}
