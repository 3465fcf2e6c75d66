package io.zugabe.recommendation.sessions.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The slow and obvious twin of {@link SessionIndex} and {@link VmisKnn}: reads all clicks anew, looks at
 * every session, sorts everything.
 */
final class RebuiltSessions {

    private static final double TOLERANCE = 1e-9;

    private final Neighbourhood parameters;
    private final List<Set<Integer>> sessions = new ArrayList<>();
    private int total;
    private final Map<Integer, Integer> having = new HashMap<>();

    /** The sessions of clicks, of which the latest are kept; people who were erased are left out. */
    RebuiltSessions(List<Click> clicks, int capacity, long gap, Neighbourhood parameters, Set<Long> erased) {
        this.parameters = parameters;
        Map<Long, Integer> open = new HashMap<>();
        List<Long> times = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        for (Click click : clicks) {
            Integer session = open.get(click.key());
            if (session == null
                    || session < sessions.size() - capacity
                    || Math.abs(click.time() - times.get(session)) > gap) {
                session = sessions.size();
                sessions.add(new LinkedHashSet<>());
                times.add(click.time());
                owners.add(click.owner());
                open.put(click.key(), session);
            }
            times.set(session, Math.max(times.get(session), click.time()));
            if (sessions.get(session).size() < SessionIndex.MOST_PRODUCTS) {
                sessions.get(session).add(click.product());
            }
        }
        for (int session = 0; session < sessions.size(); session++) {
            Set<Integer> products = sessions.get(session);
            if (products.size() < 2 || session < sessions.size() - capacity || erased.contains(owners.get(session))) {
                products.clear();
            } else {
                total++;
                products.forEach(product -> having.merge(product, 1, Integer::sum));
            }
        }
    }

    int total() {
        return total;
    }

    /** Products with their scores, best first, all of them. */
    Map<Integer, Double> predict(int[] visit, Set<Integer> excluded) {
        int[] window = Arrays.copyOfRange(visit, Math.max(0, visit.length - parameters.last()), visit.length);
        List<Neighbour> sharing = new ArrayList<>();
        for (int session = sessions.size() - 1; session >= 0; session--) {
            Neighbour neighbour = compare(session, window);
            if (neighbour.similarity() > 0 && sharing.size() < parameters.sample()) {
                sharing.add(neighbour);
            }
        }
        List<Neighbour> chosen = sharing.stream()
                .sorted(Comparator.comparingLong((Neighbour neighbour) -> -Math.round(neighbour.similarity() * 1e6))
                        .thenComparing(neighbour -> -neighbour.session()))
                .limit(parameters.neighbours())
                .sorted(Comparator.comparing(neighbour -> -neighbour.session()))
                .toList();
        Map<Integer, Double> votes = new LinkedHashMap<>();
        for (Neighbour neighbour : chosen) {
            Set<Integer> products = sessions.get(neighbour.session());
            double vote = neighbour.similarity() * (1 - 0.1 * neighbour.nearest()) / Math.sqrt(products.size());
            products.forEach(product -> votes.merge(product, vote, Double::sum));
        }
        votes.keySet().removeAll(excluded);
        votes.replaceAll((product, vote) -> vote * Math.log((double) total / having.getOrDefault(product, 0)));
        return votes;
    }

    static boolean same(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE + 1e-5 * Math.abs(other);
    }

    private Neighbour compare(int session, int[] window) {
        Set<Integer> products = sessions.get(session);
        Set<Integer> counted = new LinkedHashSet<>();
        double similarity = 0;
        int nearest = 0;
        for (int depth = 0; depth < window.length; depth++) {
            int product = window[window.length - 1 - depth];
            if (products.contains(product) && counted.add(product)) {
                similarity += (double) (window.length - depth) / window.length;
                nearest = nearest == 0 ? depth + 1 : nearest;
            }
        }
        return new Neighbour(session, similarity, nearest);
    }

    private record Neighbour(int session, double similarity, int nearest) {}
}
