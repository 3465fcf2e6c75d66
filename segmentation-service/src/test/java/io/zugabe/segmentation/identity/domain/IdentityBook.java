package io.zugabe.segmentation.identity.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Edges and memberships in memory, changed run by run as the database is. */
final class IdentityBook {

    private final Map<List<Subject>, Edge> edges = new HashMap<>();
    final Map<Subject, Membership> members = new HashMap<>();
    private final Map<Subject, Long> changed = new HashMap<>();

    void add(List<Edge> run, long position) {
        run.forEach(edge -> edges.merge(List.of(edge.from(), edge.into()), edge, Edge::stronger));
        Set<Subject> named = run.stream()
                .flatMap(edge -> java.util.stream.Stream.of(edge.from(), edge.into()))
                .collect(Collectors.toSet());
        Set<Subject> touchedGroups = named.stream()
                .filter(members::containsKey)
                .map(subject -> members.get(subject).canonical())
                .collect(Collectors.toSet());
        Map<Subject, Membership> before = new HashMap<>(members);
        before.values().removeIf(membership -> !touchedGroups.contains(membership.canonical()));
        Set<Subject> looked = new HashSet<>(named);
        looked.addAll(before.keySet());
        List<Edge> from = edges.values().stream()
                .filter(edge -> looked.contains(edge.from()))
                .toList();
        Regrouping regrouping = Regrouping.of(before, looked, from);
        members.putAll(regrouping.memberships());
        regrouping.touched().forEach(subject -> changed.put(subject, position));
    }

    /** Who stands for a subject. */
    Subject canonical(Subject subject) {
        Membership membership = members.get(subject);
        return membership == null ? subject : membership.canonical();
    }

    /** Those whose events are part of what is served for a subject. */
    List<Subject> counted(Subject subject) {
        Subject canonical = canonical(subject);
        List<Subject> counted = new ArrayList<>(List.of(canonical));
        members.forEach((member, membership) -> {
            if (membership.counted() && membership.canonical().equals(canonical) && !member.equals(canonical)) {
                counted.add(member);
            }
        });
        return counted;
    }

    /** The position at which who belongs to a subject's group changed most recently. */
    long changed(Subject subject) {
        return counted(subject).stream()
                .mapToLong(member -> changed.getOrDefault(member, 0L))
                .max()
                .orElse(0);
    }
}
