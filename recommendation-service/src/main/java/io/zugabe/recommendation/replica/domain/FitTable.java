package io.zugabe.recommendation.replica.domain;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What fits what: the gate that every offer passes. Immutable.
 *
 * <p>A pair of types is gated if some rule speaks about them; products of gated types may be offered
 * for one another only if their fit groups have a cell here. Not listed means not fitting, or not
 * known to fit: both stay outside. A pair that a dispute blocks stays outside whatever the cells say.
 */
public final class FitTable {

    static final FitTable EMPTY = new FitTableBuilder("").freeze();

    private static final int MOST_TOLD = 100_000;

    private final String version;
    private final Map<String, Set<String>> partTypesByHostType;
    private final Set<String> partTypes;
    private final Map<Integer, Evidence> rules;
    private final Map<Long, FitGroup> groups;
    private final CellTable.View byHost;
    private final CellTable.View byPart;
    private final Set<Exclusion> exclusions;
    private final BlockedPairs blocked;
    private final Map<GroupPair, List<Evidence>> told;

    FitTable(
            String version,
            Map<String, Set<String>> partTypesByHostType,
            Set<String> partTypes,
            Map<Integer, Evidence> rules,
            Map<Long, FitGroup> groups,
            CellTable.View byHost,
            CellTable.View byPart,
            Set<Exclusion> exclusions,
            BlockedPairs blocked,
            Map<GroupPair, List<Evidence>> told) {
        this.version = version;
        this.partTypesByHostType = partTypesByHostType;
        this.partTypes = partTypes;
        this.rules = rules;
        this.groups = groups;
        this.byHost = byHost;
        this.byPart = byPart;
        this.exclusions = exclusions;
        this.blocked = blocked;
        this.told = told;
    }

    /** The same table under other disputes. */
    FitTable blocking(BlockedPairs pairs) {
        return pairs == blocked
                ? this
                : new FitTable(
                        version,
                        partTypesByHostType,
                        partTypes,
                        rules,
                        groups,
                        byHost,
                        byPart,
                        exclusions,
                        pairs,
                        told);
    }

    /** Equal versions mean equal rules and maker statements. */
    public String version() {
        return version;
    }

    /** Whether something has to fit between products of two types, whichever is the host. */
    public boolean gated(TypePath one, TypePath other) {
        return hostAndPart(one, other) || hostAndPart(other, one);
    }

    /**
     * Whether a dispute blocks the pair or a maker excludes it, whichever is the host; this holds between
     * types that are not gated, too.
     */
    public boolean excluded(Product one, Product other) {
        return blocked.has(one, other) || isExcludedByMaker(one, other);
    }

    /** Whether a dispute blocks two products, by their numbers. */
    public boolean blocked(int one, int other) {
        return blocked.has(one, other);
    }

    /** Whether a maker excludes the pair, whichever is the host. */
    boolean isExcludedByMaker(Product one, Product other) {
        return !exclusions.isEmpty()
                && (exclusions.contains(new Exclusion(one.fitGroup(), other.fitGroup()))
                        || exclusions.contains(new Exclusion(other.fitGroup(), one.fitGroup())));
    }

    /** Whether something has to fit between products of two types in these roles. */
    public boolean gatedAs(TypePath host, TypePath part) {
        return hostAndPart(host, part);
    }

    /** Whether products of a type take parts that have to fit. */
    public boolean isHost(TypePath type) {
        for (String each : type.types()) {
            if (partTypesByHostType.containsKey(each)) {
                return true;
            }
        }
        return false;
    }

    /** Whether products of a type are parts of something: never to be offered without a host. */
    public boolean isPart(TypePath type) {
        for (String each : type.types()) {
            if (partTypes.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** How two products go together, whichever is the host; empty if they do not, or are not known to. */
    public Optional<FitMatch> match(Product one, Product other) {
        Optional<FitMatch> asHost = matchAsHost(one, other);
        return asHost.isPresent() ? asHost : matchAsHost(other, one);
    }

    /** Whether two products go together, whichever is the host. */
    public boolean fits(Product one, Product other) {
        return !blocked.has(one, other) && (cell(one, other) != null || cell(other, one) != null);
    }

    /** Whether two products would go together if no dispute blocked them, whichever is the host. */
    public boolean fitsButForBlocks(Product one, Product other) {
        return matchOfGroups(one, other).isPresent()
                || matchOfGroups(other, one).isPresent();
    }

    /** How a part goes with a host; empty if it does not, or is not known to. */
    public Optional<FitMatch> matchAsHost(Product host, Product part) {
        return blocked.has(host, part) ? Optional.empty() : matchOfGroups(host, part);
    }

    private Optional<FitMatch> matchOfGroups(Product host, Product part) {
        FitCell cell = cell(host, part);
        return cell == null ? Optional.empty() : Optional.of(new FitMatch(host, part, cell));
    }

    private @Nullable FitCell cell(Product host, Product part) {
        return host.fitGroup() == 0 || part.fitGroup() == 0
                ? null
                : byHost.row(host.fitGroup()).get(part.fitGroup());
    }

    /** The groups of parts that fit a host, with their cells. */
    public Long2ObjectMap<FitCell> partsOf(long hostGroup) {
        return byHost.row(hostGroup);
    }

    /** The groups of hosts that a part fits, with their cells. */
    public Long2ObjectMap<FitCell> hostsOf(long partGroup) {
        return byPart.row(partGroup);
    }

    /**
     * What is told of all pairs of two groups alike, made once and kept.
     *
     * @param make the same for the same groups, whatever the products
     */
    public List<Evidence> told(long hostGroup, long partGroup, Supplier<List<Evidence>> make) {
        GroupPair pair = new GroupPair(hostGroup, partGroup);
        List<Evidence> known = told.get(pair);
        if (known != null) {
            return known;
        }
        List<Evidence> made = make.get();
        if (told.size() < MOST_TOLD) {
            told.put(pair, made);
        }
        return made;
    }

    /** Two groups, each in its role. */
    record GroupPair(long hostGroup, long partGroup) {}

    /** A rule's evidence with its sentence templates. */
    public Optional<Evidence> rule(int number) {
        return Optional.ofNullable(rules.get(number));
    }

    public Optional<FitGroup> group(long id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** A pair of groups that a maker says does not fit. */
    record Exclusion(long hostGroup, long partGroup) {}

    private boolean hostAndPart(TypePath host, TypePath part) {
        for (String hostType : host.types()) {
            Set<String> parts = partTypesByHostType.get(hostType);
            if (parts != null) {
                for (String partType : part.types()) {
                    if (parts.contains(partType)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
