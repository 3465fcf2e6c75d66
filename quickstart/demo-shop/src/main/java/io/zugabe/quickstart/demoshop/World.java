package io.zugabe.quickstart.demoshop;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of life that people shop for.
 *
 * @param world its name
 * @param weight how many purchases begin here, relative to the other worlds
 * @param season weight of January to December
 * @param hosts types of what people set out to buy, with their weight
 */
record World(String world, double weight, List<Double> season, Map<String, Double> hosts) {

    World {
        season = List.copyOf(season);
        hosts = new TreeMap<>(hosts); // sorted, so that draws do not depend on hashing
        if (season.size() != 12) {
            throw new IllegalArgumentException("season of " + world + " has " + season.size() + " months, not 12");
        }
    }
}
