package io.zugabe.experiment.endpoint;

import com.google.protobuf.util.FieldMaskUtil;
import io.zugabe.assignment.Arm;
import io.zugabe.assignment.ExperimentDesign;
import io.zugabe.assignment.LayerRange;
import io.zugabe.assignment.UnitKind;
import io.zugabe.experiment.domain.Plan;
import io.zugabe.experiment.v1.CreateExperimentRequest;
import io.zugabe.experiment.v1.Experiment;
import io.zugabe.experiment.v1.TrafficRange;
import io.zugabe.experiment.v1.UpdateExperimentRequest;
import io.zugabe.kit.error.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an experimenter sets, and refuses what no experiment may be. */
final class ExperimentReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_HYPOTHESIS = 5_000;
    private static final int LONGEST_PARAMETER = 500;
    private static final int MOST_PARAMETERS = 50;
    private static final String DEFAULT_LAYER = "default";
    private static final Pattern PARAMETER = Pattern.compile("[a-z0-9_.]{1,60}");

    private static final List<String> EDITABLE =
            List.of("name", "hypothesis", "unit", "layer", "layer_range", "coverage", "arms");

    private ExperimentReader() {}

    static Plan plan(CreateExperimentRequest request) {
        Violations violations = Violations.ofRequest();
        if (!request.hasExperiment()) {
            violations.add("experiment", "is required");
        }
        RequestFields.checkRequestId(violations, request.getRequestId());
        Experiment experiment = request.getExperiment();
        if (request.hasExperiment()) {
            check(violations.at("experiment"), experiment);
        }
        violations.throwIfAny();
        return plan(experiment);
    }

    /** The id of the experiment to be changed; refuses a request that names none, or no field of a plan. */
    static String requireValid(UpdateExperimentRequest request) {
        Violations violations = Violations.ofRequest();
        Experiment experiment = request.getExperiment();
        Violations here = violations.at("experiment");
        RequestFields.checkId(here, "experiment_id", experiment.getExperimentId());
        here.checkLength("etag", experiment.getEtag(), 0, RequestFields.LONGEST_ETAG);
        List<String> paths = request.getUpdateMask().getPathsList();
        violations.check(!paths.isEmpty(), "update_mask", "", "is required; name what to change of " + EDITABLE);
        for (String path : paths) {
            violations.check(EDITABLE.contains(path), "update_mask", path, "must name fields of " + EDITABLE);
        }
        violations.throwIfAny();
        return experiment.getExperimentId();
    }

    /** The plan of an experiment with what a request changes in it. */
    static Plan edited(Experiment before, UpdateExperimentRequest request) {
        Experiment.Builder merged = before.toBuilder();
        FieldMaskUtil.merge(
                request.getUpdateMask(),
                request.getExperiment(),
                merged,
                new FieldMaskUtil.MergeOptions().setReplaceRepeatedFields(true).setReplaceMessageFields(true));
        Violations violations = Violations.ofRequest();
        check(violations.at("experiment"), merged.build());
        violations.throwIfAny();
        return plan(merged.build());
    }

    private static Plan plan(Experiment experiment) {
        return new Plan(experiment.getName(), experiment.getHypothesis(), design(experiment));
    }

    private static void check(Violations violations, Experiment experiment) {
        RequestFields.checkId(violations, "experiment_id", experiment.getExperimentId());
        RequestFields.checkText(violations, "name", experiment.getName(), 1, LONGEST_NAME);
        RequestFields.checkText(violations, "hypothesis", experiment.getHypothesis(), 0, LONGEST_HYPOTHESIS);
        violations.check(
                experiment.getUnit() != Experiment.Unit.UNRECOGNIZED,
                "unit",
                experiment.getUnitValue(),
                "must be UNIT_CUSTOMER or UNIT_VISITOR");
        RequestFields.checkId(violations, "layer", layer(experiment));
        checkRange(violations.at("layer_range"), experiment);
        violations.check(
                coverage(experiment) > 0 && coverage(experiment) <= 1,
                "coverage",
                experiment.getCoverage(),
                "must be in (0, 1], or 0 for 1");
        checkArms(violations, experiment.getArmsList());
    }

    private static void checkRange(Violations violations, Experiment experiment) {
        if (!experiment.hasLayerRange()) {
            return;
        }
        TrafficRange range = experiment.getLayerRange();
        boolean startValid = violations.check(
                range.getStart() >= 0 && range.getStart() < 1, "start", range.getStart(), "must be in [0, 1)");
        violations.check(
                range.getEnd() > 0 && range.getEnd() <= 1 && (!startValid || range.getEnd() > range.getStart()),
                "end",
                range.getEnd(),
                "must be in (start, 1]");
    }

    private static void checkArms(Violations violations, List<io.zugabe.experiment.v1.Arm> arms) {
        if (!violations.checkSize("arms", arms, ExperimentDesign.FEWEST_ARMS, ExperimentDesign.MOST_ARMS)) {
            return;
        }
        Set<String> ids = new HashSet<>();
        double sum = 0;
        boolean weightsValid = true;
        for (int i = 0; i < arms.size(); i++) {
            io.zugabe.experiment.v1.Arm arm = arms.get(i);
            Violations here = violations.at("arms[" + i + "]");
            RequestFields.checkId(here, "arm_id", arm.getArmId());
            here.check(ids.add(arm.getArmId()), "arm_id", arm.getArmId(), "is used by another arm; must be unique");
            double weight = arm.getWeight();
            weightsValid &= here.check(weight > 0 && weight < 1, "weight", weight, "must be in (0, 1)");
            checkParameters(here, arm);
            sum += weight;
        }
        if (weightsValid && !ExperimentDesign.addUp(sum)) {
            violations.add("arms", "weights add up to %.7g; they must add up to 1 (± 0.000001)".formatted(sum));
        }
    }

    private static void checkParameters(Violations violations, io.zugabe.experiment.v1.Arm arm) {
        if (!violations.checkSize("parameters", arm.getParametersMap().keySet(), 0, MOST_PARAMETERS)) {
            return;
        }
        arm.getParametersMap().forEach((key, value) -> {
            violations.check(
                    PARAMETER.matcher(key).matches(), "parameters", key, "must be 1 to 60 characters of [a-z0-9_.]");
            RequestFields.checkText(violations, "parameters[" + key + "]", value, 0, LONGEST_PARAMETER);
        });
    }

    private static ExperimentDesign design(Experiment experiment) {
        LayerRange range = experiment.hasLayerRange()
                ? new LayerRange(
                        experiment.getLayerRange().getStart(),
                        experiment.getLayerRange().getEnd())
                : LayerRange.ALL;
        List<Arm> arms = experiment.getArmsList().stream()
                .map(arm -> new Arm(arm.getArmId(), arm.getWeight(), arm.getParametersMap()))
                .toList();
        return new ExperimentDesign(
                experiment.getExperimentId(),
                unit(experiment),
                layer(experiment),
                range,
                coverage(experiment),
                arms,
                Plan.FIRST_SALT);
    }

    private static UnitKind unit(Experiment experiment) {
        return switch (experiment.getUnit()) {
            case UNIT_UNSPECIFIED, UNIT_CUSTOMER -> UnitKind.CUSTOMER;
            case UNIT_VISITOR -> UnitKind.VISITOR;
            case UNRECOGNIZED -> throw new IllegalStateException("checked before");
        };
    }

    private static String layer(Experiment experiment) {
        return experiment.getLayer().isEmpty() ? DEFAULT_LAYER : experiment.getLayer();
    }

    private static double coverage(Experiment experiment) {
        return experiment.getCoverage() == 0 ? 1 : experiment.getCoverage();
    }
}
