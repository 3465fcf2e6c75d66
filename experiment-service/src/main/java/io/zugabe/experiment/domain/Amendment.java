package io.zugabe.experiment.domain;

import io.zugabe.assignment.ExperimentDesign;
import java.util.ArrayList;
import java.util.List;

/**
 * What may be changed in an experiment. A draft may be changed at will. Once units are assigned nothing may change that
 * would move a unit to another arm or give an arm another meaning: what was measured before and after would be mixed.
 */
public final class Amendment {

    private Amendment() {}

    /**
     * The fields, by their names in the API, that may not become what they shall become.
     *
     * @return empty if the experiment may have this plan
     */
    public static List<String> refused(Experiment before, Plan after) {
        return switch (before.state()) {
            case DRAFT -> List.of();
            case RUNNING, PAUSED -> moving(before.plan().design(), after.design());
            case STOPPED, ARCHIVED -> changed(before.plan(), after);
        };
    }

    private static List<String> moving(ExperimentDesign before, ExperimentDesign after) {
        List<String> fields = new ArrayList<>();
        note(fields, "unit", before.unit() != after.unit());
        note(fields, "layer", !before.layer().equals(after.layer()));
        note(fields, "layer_range", !before.layerRange().equals(after.layerRange()));
        note(fields, "coverage", after.coverage() < before.coverage());
        note(fields, "arms", !before.arms().equals(after.arms()));
        return fields;
    }

    private static List<String> changed(Plan before, Plan after) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", !before.name().equals(after.name()));
        note(fields, "hypothesis", !before.hypothesis().equals(after.hypothesis()));
        note(fields, "coverage", before.design().coverage() < after.design().coverage());
        fields.addAll(moving(before.design(), after.design()));
        return fields;
    }

    private static void note(List<String> fields, String field, boolean refused) {
        if (refused) {
            fields.add(field);
        }
    }
}
