package io.zugabe.catalog.fit.domain;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Between which types makers' lists speak, as far as products are known. An exclusion alone asks nothing of other products. */
final class StatementTypes {

    private final Map<String, Set<String>> hostTypes = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> partTypes = new ConcurrentHashMap<>();
    private final Set<TypePair> gated = ConcurrentHashMap.newKeySet();

    void add(FitGroup group) {
        lists(group.asHost(), hostTypes, group.type());
        lists(group.asPart(), partTypes, group.type());
        group.asHost()
                .keySet()
                .forEach(id -> partTypes.getOrDefault(id, Set.of()).forEach(part -> gate(id, group.type(), part)));
        group.asPart()
                .keySet()
                .forEach(id -> hostTypes.getOrDefault(id, Set.of()).forEach(host -> gate(id, host, group.type())));
    }

    boolean gates(String hostType, String partType) {
        return !gated.isEmpty() && gated.contains(new TypePair(hostType, partType));
    }

    private void gate(String id, String host, String part) {
        if (hostTypes.getOrDefault(id, Set.of()).contains(host)) {
            gated.add(new TypePair(host, part));
        }
    }

    private static void lists(SortedMap<String, Membership> memberships, Map<String, Set<String>> types, String type) {
        memberships.forEach((id, membership) -> {
            if (membership.certain() && membership.statement().verdict().isFit()) {
                types.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(type);
            }
        });
    }
}
