package io.zugabe.segmentation.identity.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What new links and merges change among the groups that they touch.
 *
 * @param memberships of those whose membership is another one than before
 * @param touched those whose group got or lost members, by the canonical customers before and after, with
 *     those whose membership changed
 */
public record Regrouping(Map<Subject, Membership> memberships, Set<Subject> touched) {

    /**
     * Compares. Edges that do not count may lead out of the groups looked at; nothing is said of whom they
     * lead to.
     *
     * @param before memberships of all members of the groups that new edges touch
     * @param looked these members, and those whom new edges name
     * @param edges all edges from these, the new ones among them
     */
    public static Regrouping of(Map<Subject, Membership> before, Set<Subject> looked, Collection<Edge> edges) {
        Map<Subject, Membership> changed = new HashMap<>();
        Set<Subject> touched = new HashSet<>();
        Groups.of(edges).forEach((subject, membership) -> {
            Membership was = before.get(subject);
            if (looked.contains(subject) && !membership.equals(was)) {
                changed.put(subject, membership);
                touched.add(subject);
                touched.add(membership.canonical());
                touched.add(Objects.requireNonNullElse(was, membership).canonical());
            }
        });
        return new Regrouping(changed, touched);
    }
}
