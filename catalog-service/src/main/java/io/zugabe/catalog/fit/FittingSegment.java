package io.zugabe.catalog.fit;

import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.FitPlaces;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.live.domain.OrdinalsById;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;

/**
 * The products of one type by what is said about them and an anchor. Counts come from the fit groups, pages from the places
 * of products in the fit table; objects of products are touched for those that are shown.
 */
final class FittingSegment {

    /** Gathering a product of a group takes about as long as passing so many by on the way through all of their type. */
    private static final long PASSED_PER_GATHERED = 8;

    private final LiveCatalog catalog;
    private final FitPlaces places;
    private final FitTable table;
    private final CatalogEntry anchor;
    private final String type;
    private final Map<Verdict, List<FitGroup>> groups;
    private final NavigableMap<String, CatalogEntry> blocked = new TreeMap<>();
    private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);

    /**
     * @param wanted the verdicts that will be asked for
     */
    FittingSegment(LiveCatalog catalog, FitPlaces places, CatalogEntry anchor, String type, Set<Verdict> wanted) {
        this.catalog = catalog;
        this.places = places;
        this.table = places.table();
        this.anchor = anchor;
        this.type = type;
        // whatever is in no group is unknown, so that these are counted by counting all others
        this.groups = table.groupsByVerdict(
                anchor.group(), type, wanted.contains(Verdict.UNKNOWN) ? EnumSet.allOf(Verdict.class) : wanted);
        count(wanted);
        if (anchor.product().type().equals(type)) {
            counts.merge(verdictOf(anchor), -1L, Long::sum);
        }
        catalog.disputes().blocking(anchor.product().id()).keySet().forEach(this::block);
    }

    private void count(Set<Verdict> wanted) {
        long grouped = 0;
        for (Map.Entry<Verdict, List<FitGroup>> ofVerdict : groups.entrySet()) {
            long count = 0;
            for (FitGroup group : ofVerdict.getValue()) {
                count += catalog.fitIndex().count(group);
            }
            counts.put(ofVerdict.getKey(), count);
            grouped += count;
        }
        if (wanted.contains(Verdict.UNKNOWN)) {
            counts.merge(Verdict.UNKNOWN, Math.max(0, catalog.productCountOfType(type) - grouped), Long::sum);
        }
    }

    /** Disputes are about few products: each is moved from where its group would have it. */
    private void block(String partner) {
        CatalogEntry entry = catalog.product(partner).orElse(null);
        if (entry != null && entry.product().type().equals(type)) {
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
        long count = count(verdict);
        if (most == 0 || count == 0) {
            return List.of();
        }
        if (verdict == Verdict.UNKNOWN) {
            List<CatalogEntry> found = met(verdict, afterId, most, Long.MAX_VALUE);
            return found == null ? List.of() : found;
        }
        long worthPassing = PASSED_PER_GATHERED * count;
        long expected = most * (long) catalog.productCountOfType(type) / count;
        List<CatalogEntry> found = expected < worthPassing ? met(verdict, afterId, most, worthPassing) : null;
        return found == null ? gathered(verdict, afterId, most) : found;
    }

    /** Found by going through all products of the type in their order; null if that passes too many by. */
    private @Nullable List<CatalogEntry> met(Verdict verdict, String afterId, int most, long mostPassed) {
        List<CatalogEntry> found = new ArrayList<>();
        OrdinalsById.Cursor cursor = catalog.ordinalsOfType(type).cursorAt(afterId);
        long passed = 0;
        for (int ordinal = cursor.next(); ordinal != OrdinalsById.END; ordinal = cursor.next()) {
            if (mayHave(verdict, ordinal)) {
                CatalogEntry entry = catalog.productAt(ordinal);
                if (entry != null && isShown(entry, afterId) && verdictOf(entry) == verdict) {
                    found.add(entry);
                    if (found.size() == most) {
                        return found;
                    }
                }
            }
            if (++passed == mostPassed) {
                return null;
            }
        }
        return found;
    }

    /** What the places say, before anything of the product is read. */
    private boolean mayHave(Verdict verdict, int ordinal) {
        Verdict placed = places.verdict(anchor.ordinal(), ordinal);
        return placed == null || placed == verdict || (verdict == Verdict.DOES_NOT_FIT && !blocked.isEmpty());
    }

    /** Found by looking at all products of the groups. */
    private List<CatalogEntry> gathered(Verdict verdict, String afterId, int most) {
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
                    && isShown(entry, afterId)
                    && !blocked.containsKey(entry.product().id())
                    && (first.size() < most || byId.compare(entry, first.element()) < 0)) {
                first.add(entry);
                if (first.size() > most) {
                    first.remove();
                }
            }
        }
        return first.stream().sorted(byId).toList();
    }

    private boolean isShown(CatalogEntry entry, String afterId) {
        String id = entry.product().id();
        return id.compareTo(afterId) > 0
                && !id.equals(anchor.product().id())
                && entry.product().type().equals(type);
    }

    private Verdict verdictOf(CatalogEntry entry) {
        return blocked.containsKey(entry.product().id())
                ? Verdict.DOES_NOT_FIT
                : table.verdictEitherWay(anchor.group(), entry.group());
    }
}
