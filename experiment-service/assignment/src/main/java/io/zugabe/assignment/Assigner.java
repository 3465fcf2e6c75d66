package io.zugabe.assignment;

import io.zugabe.assignment.Assignment.Assigned;
import io.zugabe.assignment.Assignment.NotAssigned;
import io.zugabe.assignment.Assignment.Reason;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Assigns units to the arms of one experiment. Immutable; safe for any number of threads.
 *
 * <p>Three independent draws decide, each under a salt of its own:
 *
 * <ol>
 *   <li>{@code <layer>:layer} places the unit in the layer. All experiments of a layer see the same
 *       place, so with ranges that do not overlap a unit takes part in one at most.
 *   <li>{@code <experiment>:<salt version>:traffic} decides whether the unit takes part. The units below
 *       the coverage do, so raising it only adds units.
 *   <li>{@code <experiment>:<salt version>:arm} chooses the arm, whatever the coverage, so raising it
 *       moves nobody.
 * </ol>
 */
public final class Assigner {

    private static final NotAssigned OUTSIDE_LAYER_RANGE = new NotAssigned(Reason.OUTSIDE_LAYER_RANGE);
    private static final NotAssigned OUTSIDE_COVERAGE = new NotAssigned(Reason.OUTSIDE_COVERAGE);
    private static final NotAssigned NO_UNIT = new NotAssigned(Reason.NO_UNIT);

    private final ExperimentDesign design;
    private final Salt layer;
    private final Salt traffic;
    private final Salt arm;
    private final List<BucketRange> ranges;
    private final List<Assigned> outcomes;

    public Assigner(ExperimentDesign design) {
        String salted = design.id() + ":" + design.saltVersion();
        this.design = design;
        this.layer = Salt.of(design.layer() + ":layer");
        this.traffic = Salt.of(salted + ":traffic");
        this.arm = Salt.of(salted + ":arm");
        this.ranges = BucketRange.cut(
                design.arms().size(), 1, design.arms().stream().map(Arm::weight).toList());
        this.outcomes = IntStream.range(0, design.arms().size())
                .mapToObj(index -> new Assigned(index, design.arms().get(index)))
                .toList();
    }

    /** The experiment that is assigned by. */
    public ExperimentDesign design() {
        return design;
    }

    /** The person's arm by the kind of unit that the experiment randomises. */
    public Assignment assign(Units units) {
        String unit = units.id(design.unit());
        if (unit.isEmpty()) {
            return NO_UNIT;
        }
        if (!design.layerRange().contains(layer.point(unit))) {
            return OUTSIDE_LAYER_RANGE;
        }
        if (traffic.point(unit) >= design.coverage()) {
            return OUTSIDE_COVERAGE;
        }
        return outcomes.get(BucketRange.choose(arm.point(unit), ranges));
    }
}
