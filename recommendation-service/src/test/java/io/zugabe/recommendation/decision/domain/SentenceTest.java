package io.zugabe.recommendation.decision.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Proves("O11")
class SentenceTest {

    private static final LocalizedText NAME = new LocalizedText(Map.of("en", "the camera", "de", "die Kamera"));

    @ParameterizedTest
    @EnumSource(Sentence.class)
    void sentence_existsInEveryLanguage_withTheSameGaps(Sentence sentence) {
        LocalizedText text = filled(sentence, sentence.gaps(Language.ENGLISH));
        assertEquals(Set.of("en", "de", "nl"), text.texts().keySet());
        for (Language language : Language.values()) {
            assertEquals(sentence.gaps(Language.ENGLISH), sentence.gaps(language), () -> sentence + " " + language);
            String said = text.in(language.tag());
            assertTrue(said.endsWith(".") && !said.contains("{") && !said.contains("|"), said);
        }
        assertEquals(3, Set.copyOf(text.texts().values()).size(), "each in its own words");
    }

    @ParameterizedTest
    @EnumSource(Sentence.class)
    void sentence_isNotSaid_ifAnyOfItsEvidenceIsMissing(Sentence sentence) {
        Set<String> gaps = sentence.gaps(Language.ENGLISH);
        for (String missing : gaps) {
            Stream<String> known = gaps.stream().filter(gap -> !gap.equals(missing));
            assertTrue(filled(sentence, Set.copyOf(known.toList())).isEmpty(), () -> sentence + " without " + missing);
        }
    }

    @Test
    void nameThatIsMissing_isMissingEvidence() {
        assertTrue(Phrases.fits(LocalizedText.NONE).isEmpty());
        assertTrue(Phrases.boughtTogether(3, 3, 9, LocalizedText.NONE).isEmpty());
        assertFalse(Phrases.fits(NAME).isEmpty());
    }

    @Test
    void one_isSingular() {
        LocalizedText one = Phrases.popular(1);
        assertEquals("Bought and kept in 1 order.", one.in("en"));
        assertEquals("In 1 Bestellung gekauft und behalten.", one.in("de"));
        assertEquals("In 1 bestelling gekocht en gehouden.", one.in("nl"));
        LocalizedText bought = Phrases.boughtTogether(1, 1, 1, NAME);
        assertEquals("1 of 1 order with the camera also had this.", bought.in("en"));
        assertEquals("1 von 1 Bestellung mit die Kamera enthielt auch diesen Artikel.", bought.in("de"));
        assertEquals(
                "half of them within 1 day.", end(Phrases.wantedLater(9, 12, 1).in("en")));
        assertEquals(
                "die Hälfte davon binnen 1 Tag.",
                end(Phrases.wantedLater(9, 12, 1).in("de")));
        assertEquals(
                "de helft daarvan binnen 1 dag.",
                end(Phrases.wantedLater(9, 12, 1).in("nl")));
    }

    @Test
    void numbersMonthsAndDays_areSaidAsTheLanguageSaysThem() {
        LocalizedText rated = Phrases.wellRated(4.62, 31);
        assertEquals("4.6 of 5 stars from 31 customers.", rated.in("en"));
        assertEquals("4,6 von 5 Sternen von 31 Kunden.", rated.in("de"));
        assertEquals("4,6 van de 5 sterren van 31 klanten.", rated.in("nl"));
        assertEquals(
                "In eerdere jaren in maart in 12 bestellingen gekocht.",
                Phrases.popularInSeason(12, Month.MARCH).in("nl-BE"));
        assertEquals(
                "Naar uw aankopen te oordelen hebt u dit artikel rond 3 mei 2026 weer nodig.",
                Phrases.neededAgain(LocalDate.of(2026, 5, 3)).in("nl"));
    }

    @Test
    void money_isSaidAsTheLanguageSaysIt() {
        LocalizedText bundle = KindPhrases.bundle(euros(1_250), euros(1_300), euros(50));
        assertEquals("Together 1,250.00 € instead of 1,300.00 €: you save 50.00 €.", bundle.in("en"));
        assertEquals("Samen 1.250,00 € in plaats van 1.300,00 €: u bespaart 50,00 €.", bundle.in("nl"));
        assertEquals(
                "Voor samen. Samen 1.250,00 € in plaats van 1.300,00 €: u bespaart 50,00 €.",
                KindPhrases.after(new LocalizedText(Map.of("nl", "Voor samen.")), bundle)
                        .in("nl"));
        assertEquals(
                bundle.in("de"), KindPhrases.after(NAME.map(text -> ""), bundle).in("de"));
    }

    private static Money euros(long whole) {
        return new Money("EUR", whole * 1_000_000);
    }

    @Test
    void languageThatIsNotHere_isEnglish_andSoAreNamesThatHaveNoDutch() {
        assertEquals("Goes with the camera.", Phrases.complements(NAME).in("fr"));
        assertEquals("Hoort bij the camera.", Phrases.complements(NAME).in("nl"));
    }

    private static String end(String sentence) {
        return sentence.substring(sentence.lastIndexOf(", ") + 2);
    }

    private static LocalizedText filled(Sentence sentence, Set<String> known) {
        Facts facts = sentence.facts();
        known.forEach(gap -> facts.with(gap, value(gap)));
        return facts.text();
    }

    private static Object value(String gap) {
        return switch (gap) {
            case "anchor", "host", "one", "other", "third", "similar" -> NAME;
            case "average" -> 4.6;
            case "price", "list", "saving", "more" -> new Money("EUR", 1_250_000_000L);
            case "month" -> Month.MARCH;
            case "date" -> LocalDate.of(2026, 3, 1);
            default -> 7;
        };
    }
}
