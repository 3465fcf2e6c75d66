package io.zugabe.experiment.domain;

import io.zugabe.assignment.Assigner;
import io.zugabe.assignment.Assignment;
import io.zugabe.assignment.Units;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The experiments that run at one moment, ready to assign by. Immutable. */
public final class RunningSet {

    private final long version;
    private final List<Experiment> experiments;
    private final SortedMap<String, Assigner> assigners = new TreeMap<>();

    /**
     * @param version grows with every change of the set
     * @param experiments all that run
     */
    public RunningSet(long version, Collection<Experiment> experiments) {
        this.version = version;
        this.experiments = experiments.stream()
                .sorted(Comparator.comparing(Experiment::id))
                .toList();
        this.experiments.forEach(
                e -> assigners.put(e.id(), new Assigner(e.plan().design())));
    }

    public long version() {
        return version;
    }

    /** The experiments, by id. */
    public List<Experiment> experiments() {
        return experiments;
    }

    public boolean contains(String experimentId) {
        return assigners.containsKey(experimentId);
    }

    /** Whether and where a person takes part in each of the experiments, by id. */
    public SortedMap<String, Outcome> assign(Units units) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        assigners.forEach((id, assigner) -> outcomes.put(id, outcome(assigner, units)));
        return Collections.unmodifiableSortedMap(outcomes);
    }

    /** As {@link #assign(Units)}, for those of the experiments asked for that run. */
    public SortedMap<String, Outcome> assign(Units units, Collection<String> experimentIds) {
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        for (String id : experimentIds) {
            Assigner assigner = assigners.get(id);
            if (assigner != null) {
                outcomes.put(id, outcome(assigner, units));
            }
        }
        return Collections.unmodifiableSortedMap(outcomes);
    }

    private static Outcome outcome(Assigner assigner, Units units) {
        return new Outcome(assigner.assign(units), assigner.design().saltVersion());
    }

    /**
     * Whether and where a person takes part.
     *
     * @param saltVersion version of the salts that it was computed with
     */
    public record Outcome(Assignment assignment, int saltVersion) {}
}
