package io.zugabe.segmentation.identity.domain;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.ProductOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who belongs together, by a set of links and merges; their order does not matter. Customers that merges
 * connect are one; who stays is whom the latest of these merges names. A visitor belongs to the customer
 * of their earliest link. A group's profile counts the customer who stays and {@link #MOST_MEMBERS} others,
 * the first by a hash of their ids.
 */
public final class Groups {

    /** Others than the customer who stays that count, at most. */
    public static final int MOST_MEMBERS = 199;

    private static final Comparator<Subject> FIXED_ORDER = Comparator.comparing(Subject::key, ProductOrder.BY_HASH);

    private final Map<Subject, Subject> parents = new HashMap<>();
    private final Map<Subject, Edge> latestMerges = new HashMap<>();
    private final Map<Subject, Edge> links = new HashMap<>();

    private Groups() {}

    /** The memberships of all whom the edges name. */
    public static Map<Subject, Membership> of(Collection<Edge> edges) {
        Groups groups = new Groups();
        edges.forEach(groups::add);
        return groups.memberships();
    }

    private void add(Edge edge) {
        switch (edge) {
            case Edge.Link link -> {
                links.merge(link.from(), link, Edge::stronger);
                find(link.into());
            }
            case Edge.Merge merge -> unite(merge);
        }
    }

    private void unite(Edge.Merge merge) {
        Subject one = find(merge.from());
        Subject other = find(merge.into());
        parents.put(one, other);
        Edge latest = merge;
        for (Subject root : List.of(one, other)) {
            Edge before = latestMerges.remove(root);
            latest = before == null ? latest : latest.stronger(before);
        }
        latestMerges.put(other, latest);
    }

    private Subject find(Subject subject) {
        Subject root = subject;
        Subject parent = parents.putIfAbsent(root, root);
        while (parent != null && !parent.equals(root)) {
            root = parent;
            parent = parents.get(root);
        }
        parents.put(subject, root);
        return root;
    }

    private Subject canonical(Subject customer) {
        Subject root = find(customer);
        Edge latest = latestMerges.get(root);
        return latest == null ? root : latest.into();
    }

    private Map<Subject, Membership> memberships() {
        Map<Subject, List<Subject>> others = new HashMap<>();
        for (Subject customer : List.copyOf(parents.keySet())) {
            add(others, canonical(customer), customer);
        }
        links.forEach((visitor, link) -> add(others, canonical(link.into()), visitor));
        Map<Subject, Membership> memberships = new HashMap<>();
        others.forEach((canonical, members) -> {
            members.sort(FIXED_ORDER);
            memberships.put(canonical, new Membership(canonical, true));
            for (int i = 0; i < members.size(); i++) {
                memberships.put(members.get(i), new Membership(canonical, i < MOST_MEMBERS));
            }
        });
        return memberships;
    }

    private static void add(Map<Subject, List<Subject>> others, Subject canonical, Subject member) {
        List<Subject> members = others.computeIfAbsent(canonical, key -> new ArrayList<>());
        if (!member.equals(canonical)) {
            members.add(member);
        }
    }
}
