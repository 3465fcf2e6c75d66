package io.zugabe.catalog.fit.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups of a table that somebody was told of, so that verdicts are only told about these. Not for concurrent use. */
public final class KnownGroups {

    private final FitTable table;
    private final Map<Long, FitGroup> byId = new HashMap<>();
    private final Map<String, List<FitGroup>> byType = new HashMap<>();
    private final Map<String, List<FitGroup>> byHostStatement = new HashMap<>();
    private final Map<String, List<FitGroup>> byPartStatement = new HashMap<>();

    public KnownGroups(FitTable table) {
        this.table = table;
    }

    /** Adds a group; false if it is known already. */
    public boolean add(FitGroup group) {
        if (byId.putIfAbsent(group.id(), group) != null) {
            return false;
        }
        put(byType, group.type(), group);
        group.asHost().keySet().forEach(id -> put(byHostStatement, id, group));
        group.asPart().keySet().forEach(id -> put(byPartStatement, id, group));
        return true;
    }

    public Collection<FitGroup> all() {
        return byId.values();
    }

    public Set<String> types() {
        return byType.keySet();
    }

    /** The known part groups about which and a host group something may be said. */
    public Collection<FitGroup> partsFor(FitGroup host) {
        Set<FitGroup> parts = new LinkedHashSet<>();
        byType.forEach((type, groups) -> {
            if (table.gates(host.type(), type)) {
                parts.addAll(groups);
            }
        });
        host.asHost().keySet().forEach(id -> parts.addAll(byPartStatement.getOrDefault(id, List.of())));
        return parts;
    }

    /** The known host groups about which and a part group something may be said. */
    public Collection<FitGroup> hostsFor(FitGroup part) {
        Set<FitGroup> hosts = new LinkedHashSet<>();
        byType.forEach((type, groups) -> {
            if (table.gates(type, part.type())) {
                hosts.addAll(groups);
            }
        });
        part.asPart().keySet().forEach(id -> hosts.addAll(byHostStatement.getOrDefault(id, List.of())));
        return hosts;
    }

    private static void put(Map<String, List<FitGroup>> index, String key, FitGroup group) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(group);
    }
}
