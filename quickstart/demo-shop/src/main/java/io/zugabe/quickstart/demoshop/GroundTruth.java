package io.zugabe.quickstart.demoshop;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the simulated people want, from {@code simulator/needs.yaml}. Services never see it.
 *
 * @param worlds parts of life that people shop for
 * @param needs what buyers of some things also want
 * @param uses type → days until a household needs it again
 * @param habits type → weight of what households buy again and again without a device that calls for it
 */
record GroundTruth(List<World> worlds, List<Need> needs, Map<String, Integer> uses, Map<String, Double> habits) {

    GroundTruth {
        worlds = List.copyOf(worlds);
        needs = List.copyOf(needs);
        uses = Map.copyOf(uses);
        habits = new TreeMap<>(habits); // sorted, so that draws do not depend on hashing
    }

    static GroundTruth load() {
        try (InputStream file = GroundTruth.class.getResourceAsStream("/simulator/needs.yaml")) {
            return new YAMLMapper().readValue(Objects.requireNonNull(file), GroundTruth.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read simulator/needs.yaml", e);
        }
    }

    List<Need> needsOf(DemoProduct host) {
        return needs.stream().filter(need -> need.hosts().contains(host.type())).toList();
    }
}
