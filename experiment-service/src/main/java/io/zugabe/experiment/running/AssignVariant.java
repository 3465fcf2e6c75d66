package io.zugabe.experiment.running;

import io.smallrye.mutiny.Uni;
import io.zugabe.assignment.Units;
import io.zugabe.experiment.ErrorReason;
import io.zugabe.experiment.Refusals;
import io.zugabe.experiment.domain.RunningSet;
import io.zugabe.kit.error.ZugabeException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Assigns a person to the arms of running experiments, from memory. */
@ApplicationScoped
public class AssignVariant {

    private static final Duration UNTIL_LOADED = Duration.ofMillis(500);

    private final RunningExperiments running;
    private final ExperimentIndex others;

    public AssignVariant(RunningExperiments running, ExperimentIndex others) {
        this.running = running;
        this.others = others;
    }

    /**
     * The person's arms.
     *
     * @param experimentIds only these; empty for all that run
     */
    public Uni<Arms> assign(Units units, Set<String> experimentIds) {
        RunningSet set = running.current()
                .orElseThrow(() -> ZugabeException.retryable(
                        ErrorReason.NOT_LOADED_YET, "the running experiments are being read; try again", UNTIL_LOADED));
        if (experimentIds.isEmpty()) {
            return Uni.createFrom().item(new Arms(set.assign(units), new TreeSet<>()));
        }
        SortedSet<String> notRunning = new TreeSet<>(experimentIds);
        notRunning.removeIf(set::contains);
        Arms arms = new Arms(set.assign(units, experimentIds), notRunning);
        return notRunning.isEmpty()
                ? Uni.createFrom().item(arms)
                : others.existing(notRunning).map(existing -> requireAll(existing, arms));
    }

    private static Arms requireAll(Set<String> existing, Arms arms) {
        arms.notRunning().stream()
                .filter(id -> !existing.contains(id))
                .findFirst()
                .ifPresent(missing -> {
                    throw Refusals.notFound(missing);
                });
        return arms;
    }

    /**
     * What a person gets.
     *
     * @param outcomes whether and where they take part, by the id of the running experiment
     * @param notRunning ids of experiments that were asked for and do not run
     */
    public record Arms(SortedMap<String, RunningSet.Outcome> outcomes, SortedSet<String> notRunning) {}
}
