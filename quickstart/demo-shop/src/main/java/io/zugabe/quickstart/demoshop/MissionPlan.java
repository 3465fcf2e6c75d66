package io.zugabe.quickstart.demoshop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans what a customer comes to the shop for in the simulated year. */
final class MissionPlan {

    private static final int TRIES = 8;

    private final GroundTruth truth;
    private final Assortment assortment;
    private final SimulatedYear year;
    private final List<World> worlds;

    MissionPlan(GroundTruth truth, Assortment assortment, SimulatedYear year) {
        this.truth = truth;
        this.assortment = assortment;
        this.year = year;
        this.worlds = truth.worlds().stream()
                .filter(world -> !sold(world.hosts().keySet()).isEmpty())
                .toList();
    }

    /** The missions of a customer, in no order of time; the first registers the customer. */
    List<Mission> plan(int customer, Latent latent, Odds odds) {
        var missions = new ArrayList<Mission>();
        if (latent.waveBudget() == Latent.NO_LIMIT) {
            purchases(customer, latent, odds, missions);
        } else {
            waves(customer, latent, odds, missions);
        }
        for (int i = 0; i < latent.browses(); i++) {
            World world = odds.pick(worlds, World::weight);
            add(missions, customer, Mission.Kind.BROWSE, host(world, odds), seasonal(world, odds), 0);
        }
        for (int i = 0; i < latent.habits(); i++) {
            String type = odds.pick(sold(truth.habits().keySet()), kind -> weight(truth.habits(), kind));
            add(missions, customer, Mission.Kind.HABIT, type, year.day(odds.between(0, 0.6)), Latent.NO_LIMIT);
        }
        int first = missions.stream().mapToInt(Mission::day).min().orElse(0);
        missions.add(0, new Mission(customer, 0, Mission.Kind.ACCOUNT, "", Math.max(0, first - 1), 0));
        return missions;
    }

    private void purchases(int customer, Latent latent, Odds odds, List<Mission> missions) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < latent.purchases(); i++) {
            World world = odds.pick(worlds, World::weight);
            String type = host(world, odds);
            for (int tries = 0; tries < TRIES && !seen.add(type); tries++) {
                world = odds.pick(worlds, World::weight);
                type = host(world, odds);
            }
            add(missions, customer, Mission.Kind.BUY, type, seasonal(world, odds), Latent.NO_LIMIT);
        }
    }

    /** A limited budget goes in waves, each for one to four worlds: the more worlds, the less for each. */
    private void waves(int customer, Latent latent, Odds odds, List<Mission> missions) {
        double place = odds.between(0, 0.08);
        for (int planned = 0; planned < latent.purchases() && place < 1; place += odds.between(0.12, 0.2)) {
            int size = odds.whole(1, 4);
            planned += size;
            long budget = Math.round(odds.around(latent.waveBudget(), 0.1)) / size;
            int day = year.day(place);
            Set<World> wave = new HashSet<>();
            for (int i = 0; i < size; i++) {
                World world = odds.pick(worlds, World::weight);
                for (int tries = 0;
                        tries < TRIES
                                && (wave.contains(world) || types(world, budget).isEmpty());
                        tries++) {
                    world = odds.pick(worlds, World::weight);
                }
                List<String> types = types(world, budget);
                if (!types.isEmpty()) {
                    wave.add(world);
                    Map<String, Double> weights = world.hosts();
                    String type = odds.pick(types, kind -> weight(weights, kind));
                    int start = Math.min(SimulatedYear.DAYS - 1, day + odds.whole(0, 6));
                    add(missions, customer, Mission.Kind.BUY, type, start, budget);
                }
            }
        }
    }

    private static void add(
            List<Mission> missions, int customer, Mission.Kind kind, String type, int day, long budget) {
        missions.add(new Mission(customer, missions.size() + 1, kind, type, day, budget));
    }

    private int seasonal(World world, Odds odds) {
        return year.day(odds.between(0, 1), world.season());
    }

    private String host(World world, Odds odds) {
        return odds.pick(sold(world.hosts().keySet()), type -> weight(world.hosts(), type));
    }

    private List<String> types(World world, long budget) {
        return sold(world.hosts().keySet()).stream()
                .filter(type -> assortment.ofType(type).stream().anyMatch(product -> product.price() <= budget))
                .toList();
    }

    private List<String> sold(Collection<String> types) {
        return types.stream().filter(type -> !assortment.ofType(type).isEmpty()).toList();
    }

    private static double weight(Map<String, Double> weights, String type) {
        return weights.getOrDefault(type, 0.0);
    }
}
