package io.zugabe.segmentation.uplift;

import io.zugabe.kit.error.Violations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What to learn uplift from.
 *
 * @param binary whether the outcome is the binary one
 * @param cost of one treatment, in units of the outcome
 */
record UpliftParameters(String dataset, String treatment, String control, boolean binary, double cost) {

    private static final Set<String> NAMES = Set.of("dataset", "treatment", "control", "outcome", "cost", "seed");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ARM = 60;

    static void check(Map<String, String> parameters, Violations violations) {
        parameters.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> violations.add(
                        "parameters." + name,
                        "is none of "
                                + String.join(", ", NAMES.stream().sorted().toList())));
        violations.checkLength("parameters.dataset", parameters.getOrDefault("dataset", ""), 1, LONGEST_NAME);
        String treatment = parameters.getOrDefault("treatment", "");
        String control = parameters.getOrDefault("control", "");
        violations.checkLength("parameters.treatment", treatment, 1, LONGEST_ARM);
        if (violations.checkLength("parameters.control", control, 1, LONGEST_ARM)) {
            violations.check(!control.equals(treatment), "parameters.control", control, "must differ from treatment");
        }
        String outcome = parameters.getOrDefault("outcome", "binary");
        violations.check(
                Set.of("binary", "continuous").contains(outcome),
                "parameters.outcome",
                outcome,
                "must be binary or continuous");
        violations.checkPattern(
                "parameters.cost", parameters.getOrDefault("cost", "0"), NUMBER, "must be a number of at least 0");
    }

    static UpliftParameters of(Map<String, String> parameters) {
        return new UpliftParameters(
                parameters.getOrDefault("dataset", ""),
                parameters.getOrDefault("treatment", ""),
                parameters.getOrDefault("control", ""),
                parameters.getOrDefault("outcome", "binary").equals("binary"),
                Double.parseDouble(parameters.getOrDefault("cost", "0")));
    }

    List<String> arms() {
        return List.of(treatment, control);
    }
}
