package io.zugabe.recommendation.replica.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Builds {@link FitTable}s from what the catalog sends. One writer. */
public final class FitTableBuilder {

    private final String version;
    private final Map<String, Set<String>> partTypesByHostType = new HashMap<>();
    private final Set<String> partTypes = new HashSet<>();
    private final Map<Integer, Evidence> rules = new HashMap<>();
    private final Map<Long, FitGroup> groups = new HashMap<>();
    private final CellTable byHost = new CellTable();
    private final Set<FitTable.Exclusion> exclusions = new HashSet<>();
    private final CellTable byPart = new CellTable();
    private @Nullable FitTable latest;

    /**
     * An empty table.
     *
     * @param version as the catalog names it
     */
    public FitTableBuilder(String version) {
        this.version = version;
    }

    public void gate(String hostType, String partType) {
        latest = null;
        partTypesByHostType
                .computeIfAbsent(hostType, ignored -> new HashSet<>())
                .add(partType);
        partTypes.add(partType);
    }

    public void putRule(int number, Evidence evidence) {
        latest = null;
        rules.put(number, evidence);
    }

    public void putGroup(FitGroup group) {
        latest = null;
        groups.put(group.id(), group);
    }

    public void fits(long hostGroup, long partGroup, FitCell cell) {
        latest = null;
        exclusions.remove(new FitTable.Exclusion(hostGroup, partGroup));
        byHost.put(hostGroup, partGroup, cell);
        byPart.put(partGroup, hostGroup, cell);
    }

    /** Notes that a pair does not fit, whether or not their types are gated: a maker excludes it. */
    public void exclude(long hostGroup, long partGroup) {
        fitsNot(hostGroup, partGroup);
        exclusions.add(new FitTable.Exclusion(hostGroup, partGroup));
    }

    /** Takes back an earlier cell or exclusion of a pair, if there is one. */
    public void fitsNot(long hostGroup, long partGroup) {
        latest = null;
        exclusions.remove(new FitTable.Exclusion(hostGroup, partGroup));
        byHost.remove(hostGroup, partGroup);
        byPart.remove(partGroup, hostGroup);
    }

    /** The table as it is now; later writes leave it alone. */
    public FitTable freeze() {
        FitTable frozen = latest;
        if (frozen == null) {
            Map<String, Set<String>> gates = new HashMap<>();
            partTypesByHostType.forEach((host, parts) -> gates.put(host, Set.copyOf(parts)));
            frozen = new FitTable(
                    version,
                    Map.copyOf(gates),
                    Set.copyOf(partTypes),
                    Map.copyOf(rules),
                    new HashMap<>(groups),
                    byHost.freeze(),
                    byPart.freeze(),
                    Set.copyOf(exclusions),
                    BlockedPairs.NONE,
                    new ConcurrentHashMap<>());
            latest = frozen;
        }
        return frozen;
    }
}
