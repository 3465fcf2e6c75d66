package io.zugabe.catalog.completeness.domain;

import io.zugabe.catalog.fit.domain.FitGroup;
import io.zugabe.catalog.fit.domain.FitTable;
import io.zugabe.catalog.fit.domain.ListGaps;
import io.zugabe.catalog.fit.domain.RoleAnswer;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.schema.domain.AttributeDeclaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The attributes that products of a type lack, and that alone keep questions of fit from an answer: those that
 * rules read, and those that tell whether a maker's list means the product. Works on pairs of fit groups, of which there are few, and then once through the products for what they sell.
 */
public final class AttributeGaps {

    private static final Comparator<AttributeGap> MOST_FIRST = Comparator.comparing(AttributeGap::answersPairs)
            .thenComparingLong(AttributeGap::products)
            .thenComparing(AttributeGap::revenue)
            .reversed()
            .thenComparing(gap -> String.join(",", gap.attributes()));

    private static final int PAIRS_BETWEEN_LOOKS = 256;
    private static final int PRODUCTS_BETWEEN_LOOKS = 1_000;

    private final LiveCatalog catalog;
    private final FitTable table;
    private final Map<SortedSet<String>, GapTally> tallies = new HashMap<>();
    private final Map<FitGroup, Set<GapTally>> ofGroup = new IdentityHashMap<>();

    private long looked;
    private boolean pairsCut;
    private boolean productsCut;

    private AttributeGaps(LiveCatalog catalog) {
        this.catalog = catalog;
        this.table = catalog.table();
    }

    /**
     * The gaps of products of a type or a type below it: those of most products first, then of most revenue;
     * last those that keep no pair from an answer.
     *
     * @param timer starts to measure; called once before pairs are compared and once before products are counted
     */
    public static CountedGaps of(LiveCatalog catalog, String type, Supplier<BooleanSupplier> timer) {
        AttributeGaps gaps = new AttributeGaps(catalog);
        List<String> types = catalog.types().stream()
                .filter(each -> catalog.schema().isA(each, type))
                .sorted()
                .toList();
        BooleanSupplier pairsOutOfTime = timer.get();
        types.forEach(each -> gaps.countPairs(each, pairsOutOfTime));
        BooleanSupplier productsOutOfTime = timer.get();
        types.forEach(each -> gaps.countProducts(each, productsOutOfTime));
        List<AttributeGap> found = gaps.tallies.values().stream()
                .map(GapTally::gap)
                .filter(gap -> gap.products() > 0)
                .sorted(MOST_FIRST)
                .toList();
        return new CountedGaps(found, gaps.pairsCut, gaps.productsCut);
    }

    private void countPairs(String type, BooleanSupplier outOfTime) {
        List<Sized> groups = groupsOf(type);
        Set<String> listed = ListGaps.partnerTypes(table.groupsOfType(type), table.groups());
        for (String partnerType : catalog.types()) {
            if (listed.contains(partnerType) || table.gates(type, partnerType) || table.gates(partnerType, type)) {
                countPairs(groups, groupsOf(partnerType), outOfTime);
            }
        }
    }

    private void countPairs(List<Sized> groups, List<Sized> partners, BooleanSupplier outOfTime) {
        for (Sized group : groups) {
            for (Sized partner : partners) {
                pairsCut = pairsCut || (looked++ % PAIRS_BETWEEN_LOOKS == 0 && outOfTime.getAsBoolean());
                if (pairsCut) {
                    return;
                }
                countPair(group, partner);
            }
        }
    }

    private void countPair(Sized group, Sized partner) {
        if (table.verdictEitherWay(group.group(), partner.group()) != Verdict.UNKNOWN) {
            return;
        }
        Set<SortedSet<String>> gaps = ListGaps.between(group.group(), partner.group());
        missingHere(table.answerEitherWay(group.group(), partner.group())).ifPresent(gaps::add);
        gaps.forEach(attributes -> {
            GapTally tally = tally(attributes);
            ofGroup.computeIfAbsent(group.group(), _ -> new LinkedHashSet<>()).add(tally);
            long others = group.group() == partner.group() ? partner.products() - 1L : partner.products();
            tally.addPairs(group.products() * others, partner.group().type());
        });
    }

    /** What is missing, if it is missing of the first of the two products alone. */
    private static Optional<SortedSet<String>> missingHere(RoleAnswer answer) {
        String role = answer.anchorIsHost() ? "host." : "part.";
        Set<String> missing = answer.answer().missing();
        return missing.isEmpty() || !missing.stream().allMatch(name -> name.startsWith(role))
                ? Optional.empty()
                : Optional.of(missing.stream()
                        .map(name -> name.substring(role.length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void countProducts(String type, BooleanSupplier outOfTime) {
        Set<String> required = catalog.schema().attributes(type).values().stream()
                .filter(AttributeDeclaration::requiredForFit)
                .map(AttributeDeclaration::attribute)
                .collect(Collectors.toCollection(TreeSet::new));
        long seen = 0;
        for (CatalogEntry entry : catalog.productsOfType(type).values()) {
            productsCut = productsCut || (seen++ % PRODUCTS_BETWEEN_LOOKS == 0 && outOfTime.getAsBoolean());
            if (productsCut) {
                return;
            }
            FitGroup group = entry.group();
            Set<GapTally> gaps = group == null ? Set.of() : ofGroup.getOrDefault(group, Set.of());
            for (GapTally gap : withRequired(entry.product(), required, gaps)) {
                gap.add(entry.product());
                gap.require(required.stream().anyMatch(gap::names));
            }
        }
    }

    /** A product's gaps, and the required attributes that it lacks though no pair tells. */
    private Collection<GapTally> withRequired(Product product, Set<String> required, Set<GapTally> gaps) {
        Set<GapTally> all = new HashSet<>(gaps);
        required.stream()
                .filter(attribute -> !product.attributes().containsKey(attribute))
                .filter(attribute -> gaps.stream().noneMatch(gap -> gap.names(attribute)))
                .forEach(attribute -> all.add(tally(new TreeSet<>(Set.of(attribute)))));
        return all;
    }

    private GapTally tally(SortedSet<String> attributes) {
        return tallies.computeIfAbsent(attributes, GapTally::new);
    }

    private List<Sized> groupsOf(String type) {
        List<Sized> groups = new ArrayList<>();
        for (FitGroup group : table.groupsOfType(type)) {
            int products = catalog.fitIndex().count(group);
            if (products > 0) {
                groups.add(new Sized(group, products));
            }
        }
        return groups;
    }

    private record Sized(FitGroup group, int products) {}
}
