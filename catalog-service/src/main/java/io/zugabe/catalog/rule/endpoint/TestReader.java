package io.zugabe.catalog.rule.endpoint;

import io.zugabe.catalog.product.endpoint.AttributeReader;
import io.zugabe.catalog.product.endpoint.Fields;
import io.zugabe.catalog.v1.RuleTest;
import io.zugabe.catalog.v1.TestProduct;
import io.zugabe.common.v1.Verdict;
import io.zugabe.kit.error.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks tests of rules, noting everything that is wrong with them. */
final class TestReader {

    private static final int MOST_TESTS = 50;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int MOST_LIMITS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 200;

    private TestReader() {}

    static void check(Violations violations, List<RuleTest> tests) {
        violations.checkSize("tests", tests, 0, MOST_TESTS);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(tests.size(), MOST_TESTS); i++) {
            RuleTest test = tests.get(i);
            Violations at = violations.at("tests[" + i + "]");
            at.checkLength("name", test.getName(), 1, LONGEST_NAME);
            at.check(names.add(test.getName()), "name", test.getName(), "is the name of another test of the rule");
            at.check(
                    test.getVerdict() != Verdict.VERDICT_UNSPECIFIED && test.getVerdict() != Verdict.UNRECOGNIZED,
                    "verdict",
                    test.getVerdictValue(),
                    "is no verdict");
            at.checkSize("limits.attributes", test.getLimits().getAttributesList(), 0, MOST_LIMITS);
            check(at.at("host"), test.getHost());
            check(at.at("part"), test.getPart());
        }
    }

    private static void check(Violations violations, TestProduct product) {
        if (!product.getType().isEmpty()) {
            Fields.checkKey(violations, "type", product.getType());
        }
        violations.checkLength("brand", product.getBrand(), 0, LONGEST_TEXT);
        violations.checkLength("model", product.getModel(), 0, LONGEST_TEXT);
        violations.checkSize("attributes", product.getAttributesMap().keySet(), 0, MOST_ATTRIBUTES);
        product.getAttributesMap().forEach((key, value) -> {
            Fields.checkKey(violations, "attributes[" + key + "]", key);
            AttributeReader.checkValue(violations, "attributes[" + key + "]", value);
        });
    }
}
