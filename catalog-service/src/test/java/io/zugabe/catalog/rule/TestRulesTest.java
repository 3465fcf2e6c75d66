package io.zugabe.catalog.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.rule.domain.RuleBook;
import io.zugabe.catalog.rule.domain.RuleFault;
import io.zugabe.catalog.rule.domain.RuleTest;
import io.zugabe.catalog.rule.domain.RuleText;
import io.zugabe.catalog.rule.domain.RuleText.SentenceTexts;
import io.zugabe.catalog.rule.domain.StatedRule;
import io.zugabe.catalog.rule.domain.TestProduct;
import io.zugabe.catalog.schema.domain.Schema;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.test.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Packs may give two tests of a rule the same name. */
@Proves("O2")
class TestRulesTest {

    private static final Schema SCHEMA = new Schema(List.of());
    private static final RuleBook BOOK = new RuleBook(SCHEMA, List.of(), "none", (_, _) -> {
        throw new RuleFault("fits", "does not compile");
    });

    @Test
    void testsOfTheSameName_areAllListed_alsoAcrossPages() {
        List<RuleTest> tests = List.of(test("same", Verdict.FITS), test("same", Verdict.UNKNOWN));
        SentenceTexts sentences = new SentenceTexts(LocalizedText.EMPTY, LocalizedText.EMPTY, LocalizedText.EMPTY);
        RuleText text = new RuleText(
                "x/rule", "host", "part", "true", "true", List.of(), sentences, "test", Certainty.KNOWN, "");
        List<StatedRule> rules = List.of(new StatedRule(text, "1", tests));
        List<RuleTest> listed = new ArrayList<>();
        String after = "";
        do {
            TestRules.Results results = TestRules.page(BOOK, SCHEMA, rules, new PageRequest(1, after));
            results.page().entries().forEach(result -> listed.add(result.test()));
            assertEquals(2, results.failed());
            after = results.page().next();
        } while (!after.isEmpty());
        assertEquals(tests, listed);
    }

    private static RuleTest test(String name, Verdict verdict) {
        TestProduct product = new TestProduct("", "", "", Map.of());
        return new RuleTest(name, product, product, verdict, null);
    }
}
