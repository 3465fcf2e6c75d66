package io.zugabe.recommendation.experiments.domain;

import io.zugabe.assignment.Assigner;
import io.zugabe.assignment.Assignment;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.Units;
import java.util.ArrayList;
import java.util.List;

/** The experiments that run at one moment. Immutable. */
public final class RunningExperiments {

    /** None, also before the first word of the experiment service: everyone is in control. */
    public static final RunningExperiments NONE = new RunningExperiments(List.of());

    private final List<Assigner> assigners;

    /** The experiments by id. */
    public RunningExperiments(List<ExperimentDesign> designs) {
        this.assigners = designs.stream().map(Assigner::new).toList();
    }

    public int size() {
        return assigners.size();
    }

    /** The arms of a person; none without an id of the kind that an experiment randomises. */
    public List<AppliedArm> armsOf(Units units) {
        List<AppliedArm> arms = new ArrayList<>();
        for (Assigner assigner : assigners) {
            if (assigner.assign(units) instanceof Assignment.Assigned assigned) {
                ExperimentDesign design = assigner.design();
                arms.add(new AppliedArm(
                        design.id(),
                        assigned.arm().id(),
                        design.saltVersion(),
                        assigned.arm().parameters()));
            }
        }
        return List.copyOf(arms);
    }
}
