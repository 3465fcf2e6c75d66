package io.zugabe.catalog.fit.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Numbers for what some rules see of tuples in one role: what they read, and what their sentences name. */
final class Looks {

    private static final int NEVER_SEEN = -1;

    private final Set<String> attributes = new TreeSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param role {@link Pair#HOST} or {@link Pair#PART}
     */
    Looks(Collection<FitRule> rules, String role) {
        for (FitRule rule : rules) {
            rule.names().stream()
                    .filter(name -> name.startsWith(role))
                    .forEach(name -> attributes.add(name.substring(role.length())));
        }
    }

    /** The look of each tuple; tuples that look alike have the same, counted from 0. */
    int[] of(List<InternedTuple> tuples) {
        return tuples.stream()
                .mapToInt(each -> numbers.computeIfAbsent(look(each), _ -> numbers.size()))
                .toArray();
    }

    /** How many looks there are. */
    int count() {
        return numbers.size();
    }

    /** For each tuple the place of one of others that looks alike; negative if none does. */
    int[] alike(List<InternedTuple> tuples, List<InternedTuple> others) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            places.putIfAbsent(look(others.get(i)), i);
        }
        return tuples.stream()
                .mapToInt(each -> places.getOrDefault(look(each), NEVER_SEEN))
                .toArray();
    }

    private String look(InternedTuple tuple) {
        return tuple.tuple().canonical(attributes);
    }
}
