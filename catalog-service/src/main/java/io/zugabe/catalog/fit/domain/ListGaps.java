package io.zugabe.catalog.fit.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What products lack that would tell whether makers' lists mean them. */
public final class ListGaps {

    private ListGaps() {}

    /**
     * What the first of two groups alone lacks, for each statement that means the other and may mean this one.
     *
     * @return sets of attributes that are missing together
     */
    public static Set<SortedSet<String>> between(FitGroup group, FitGroup partner) {
        Set<SortedSet<String>> gaps = new HashSet<>();
        collect(group.asHost(), partner.asPart(), gaps);
        collect(group.asPart(), partner.asHost(), gaps);
        return gaps;
    }

    /** The types of products that are meant by statements that may mean one of some groups. */
    public static Set<String> partnerTypes(Collection<FitGroup> groups, Collection<FitGroup> all) {
        Set<String> asHost = new HashSet<>();
        Set<String> asPart = new HashSet<>();
        groups.forEach(group -> {
            collectDoubtful(group.asHost(), asHost);
            collectDoubtful(group.asPart(), asPart);
        });
        Set<String> types = new HashSet<>();
        for (FitGroup other : asHost.isEmpty() && asPart.isEmpty() ? Set.<FitGroup>of() : all) {
            if (other.isMeantForCertain(asPart, asHost)) {
                types.add(other.type());
            }
        }
        return types;
    }

    private static void collect(
            Map<String, Membership> here, Map<String, Membership> there, Set<SortedSet<String>> gaps) {
        here.forEach((id, membership) -> {
            Membership other = there.get(id);
            if (!membership.certain() && other != null && other.certain()) {
                gaps.add(new TreeSet<>(membership.missing()));
            }
        });
    }

    private static void collectDoubtful(Map<String, Membership> memberships, Set<String> ids) {
        memberships.forEach((id, membership) -> {
            if (!membership.certain()) {
                ids.add(id);
            }
        });
    }
}
