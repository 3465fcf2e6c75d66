package io.zugabe.quickstart.imports.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the fields that the catalog complains of stand in a pack. */
final class FieldPlaces {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");
    private static final Pattern TEST = Pattern.compile("/tests/(\\d+)(/.*)?");

    private FieldPlaces() {}

    /** The place of a field of UpsertTypes, for instance {@code "types[1].attributes[0].unit"}. */
    static String ofTypes(String field) {
        return pointer(field).replace("/parent_type", "/parent");
    }

    /**
     * The place of a field of CreateRule, for instance {@code "rule.limits[0].when"}.
     *
     * @param rule the rule's place in the list of rules
     * @param tests where its tests stand in the list of tests
     */
    static String ofRule(String field, int rule, List<Integer> tests) {
        String below = pointer(field).replaceFirst("^/rule", "");
        Matcher test = TEST.matcher(below);
        if (test.matches() && Integer.parseInt(test.group(1)) < tests.size()) {
            String rest = test.group(2) == null ? "" : test.group(2);
            return "/tests/" + tests.get(Integer.parseInt(test.group(1)))
                    + rest.replaceFirst("/attributes\\[(.*)]", "/$1");
        }
        return "/rules/" + rule
                + below.replace("/lifted_by_type", "/lifted_by")
                        .replace("/host_type", "/host")
                        .replace("/part_type", "/part")
                        .replaceFirst("^/(fits|does_not_fit|unknown)_sentence", "/sentences/$1")
                        .replaceFirst("^/rule_id", "/rule");
    }

    private static String pointer(String field) {
        return "/" + INDEX.matcher(field.replace('.', '/')).replaceAll("/$1");
    }
}
