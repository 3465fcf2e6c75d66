package io.zugabe.catalog.fit;

import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.roaringbitmap.IntIterator;

/** The products of one type by what is said about them and an anchor. Counts come from the fit groups, not from the products. */
final class FittingSegment {

    /** So many products are quicker gathered and sorted than found among all of their type. */
    private static final int FEW = 2_000;

    /** Looking through products in their order pays while it finds a page within about so many. */
    private static final int LONGEST_WALK = 20_000;

    private final LiveCatalog catalog;
    private final FitTable table;
    private final CatalogEntry anchor;
    private final NavigableMap<String, CatalogEntry> products;
    private final Map<Verdict, List<FitGroup>> groups = new EnumMap<>(Verdict.class);
    private final NavigableMap<String, CatalogEntry> blocked = new TreeMap<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    FittingSegment(LiveCatalog catalog, FitTable table, CatalogEntry anchor, String type) {
        this.catalog = catalog;
        this.table = table;
        this.anchor = anchor;
        this.products = catalog.productsOfType(type);
        long grouped = 0;
        for (FitGroup group : table.groupsOfType(type)) {
            int count = catalog.fitIndex().count(group);
            if (count > 0) {
                Verdict verdict = table.verdictEitherWay(anchor.group(), group);
                groups.computeIfAbsent(verdict, _ -> new ArrayList<>()).add(group);
                counts.merge(verdict, (long) count, Long::sum);
                grouped += count;
            }
        }
        counts.merge(Verdict.UNKNOWN, Math.max(0, catalog.productCountOfType(type) - grouped), Long::sum);
        if (anchor.product().type().equals(type)) {
            counts.merge(verdictOf(anchor), -1L, Long::sum);
        }
        catalog.disputes().blocking(anchor.product().id()).keySet().forEach(this::block);
    }

    /** Disputes are about few products: each is moved from where its group would have it. */
    private void block(String partner) {
        CatalogEntry entry = products.get(partner);
        if (entry != null) {
            counts.merge(verdictOf(entry), -1L, Long::sum);
            counts.merge(Verdict.DOES_NOT_FIT, 1L, Long::sum);
            blocked.put(partner, entry);
        }
    }

    /** Number of products with a verdict. */
    long count(Verdict verdict) {
        return Math.max(0, counts.getOrDefault(verdict, 0L));
    }

    /** The first products with a verdict, by id, after an id; at most so many. */
    List<CatalogEntry> first(Verdict verdict, String afterId, int most) {
        List<CatalogEntry> found = new ArrayList<>();
        if (most == 0 || count(verdict) == 0) {
            return found;
        }
        if (count(verdict) <= FEW && verdict != Verdict.UNKNOWN) {
            return firstMembers(verdict, afterId, most);
        }
        int walked = 0;
        for (CatalogEntry entry : products.tailMap(afterId, false).values()) {
            if (!isAnchor(entry) && verdictOf(entry) == verdict) {
                found.add(entry);
                if (found.size() == most) {
                    return found;
                }
            }
            if (++walked == LONGEST_WALK && verdict != Verdict.UNKNOWN) {
                return firstMembers(verdict, afterId, most);
            }
        }
        return found;
    }

    private List<CatalogEntry> firstMembers(Verdict verdict, String afterId, int most) {
        Comparator<CatalogEntry> byId =
                Comparator.comparing(entry -> entry.product().id());
        PriorityQueue<CatalogEntry> first = new PriorityQueue<>(byId.reversed());
        if (verdict == Verdict.DOES_NOT_FIT) {
            blocked.tailMap(afterId, false).values().stream().limit(most).forEach(first::add);
        }
        IntIterator ordinals = catalog.fitIndex()
                .members(groups.getOrDefault(verdict, List.of()))
                .getIntIterator();
        while (ordinals.hasNext()) {
            CatalogEntry entry = catalog.productAt(ordinals.next());
            if (entry != null
                    && !isAnchor(entry)
                    && !blocked.containsKey(entry.product().id())
                    && entry.product().id().compareTo(afterId) > 0) {
                first.add(entry);
                if (first.size() > most) {
                    first.remove();
                }
            }
        }
        return first.stream().sorted(byId).toList();
    }

    private boolean isAnchor(CatalogEntry entry) {
        return entry.product().id().equals(anchor.product().id());
    }

    private Verdict verdictOf(CatalogEntry entry) {
        return blocked.containsKey(entry.product().id())
                ? Verdict.DOES_NOT_FIT
                : table.verdictEitherWay(anchor.group(), entry.group());
    }
}
