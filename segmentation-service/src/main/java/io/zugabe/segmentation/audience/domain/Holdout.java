package io.zugabe.segmentation.audience.domain;

import io.zugabe.assignment.Arm;
import io.zugabe.assignment.Assigner;
import io.zugabe.assignment.Assignment;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import io.zugabe.assignment.Units;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The control group of a version: assigned as an experiment assigns, with two arms, so that an experiment of
 * the same id and salt version measures the effect. Who is in it depends on the id alone.
 */
public final class Holdout {

    /** The arm that is not addressed. */
    public static final String CONTROL = "control";

    private static final String TREATED = "treated";

    private final Optional<Assigner> customers;
    private final Optional<Assigner> visitors;

    private Holdout(Optional<Assigner> customers, Optional<Assigner> visitors) {
        this.customers = customers;
        this.visitors = visitors;
    }

    /** The control group of a version of a target group. */
    public static Holdout of(GroupDefinition definition, int version) {
        return definition.controlShare() == 0
                ? new Holdout(Optional.empty(), Optional.empty())
                : new Holdout(
                        Optional.of(assigner(definition, version, UnitKind.CUSTOMER)),
                        Optional.of(assigner(definition, version, UnitKind.VISITOR)));
    }

    /** The experiment that assigns alike. */
    public static String experimentId(String groupId) {
        return "target-group-" + groupId;
    }

    private static Assigner assigner(GroupDefinition definition, int version, UnitKind unit) {
        double share = definition.controlShare();
        return new Assigner(new ExperimentDesign(
                experimentId(definition.id()),
                unit,
                experimentId(definition.id()),
                LayerRange.ALL,
                1,
                List.of(new Arm(CONTROL, share, Map.of()), new Arm(TREATED, 1 - share, Map.of())),
                version));
    }

    /** Whether somebody is in the control group. */
    public boolean holdsOut(Subject subject) {
        Units units = subject.visitor() ? new Units("", subject.id()) : new Units(subject.id(), "");
        return (subject.visitor() ? visitors : customers)
                .map(assigner -> assigner.assign(units))
                .map(assignment -> assignment instanceof Assignment.Assigned assigned && assigned.armIndex() == 0)
                .orElse(false);
    }
}
