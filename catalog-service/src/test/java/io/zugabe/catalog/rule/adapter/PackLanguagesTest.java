package io.zugabe.catalog.rule.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.fit.domain.FitRule;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import io.zugabe.kit.test.Proves;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the rules that come with the service say of an offer, that is of a fit and its limits, they say in every language of
 * reasons. A translation may say less than the English sentence: values that are English words stay out of it.
 */
@Proves("O11")
class PackLanguagesTest {

    @TestFactory
    Stream<DynamicTest> rule_ofPack_saysItsFitsAndLimitsInEveryLanguage() {
        return Packs.load(Optional.empty()).rules().rules().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> check(rule)));
    }

    private static void check(FitRule rule) {
        check(rule.sentence(Verdict.FITS).text());
        rule.limits().forEach(limit -> check(limit.sentence().text()));
    }

    private static void check(LocalizedText sentence) {
        assertEquals(Set.of("de", "en", "nl"), sentence.texts().keySet(), sentence::toString);
        assertTrue(gaps(sentence, "en").containsAll(gaps(sentence, "de")), sentence::toString);
        assertEquals(gaps(sentence, "de"), gaps(sentence, "nl"), sentence::toString);
    }

    private static Set<String> gaps(LocalizedText sentence, String language) {
        return new SentenceTemplate(
                        new LocalizedText(Map.of(language, sentence.texts().get(language))))
                .gaps();
    }
}
