package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a maker states about parts and hosts.
 *
 * @param verdict FITS, FITS_WITH_LIMITS, or DOES_NOT_FIT for an exclusion
 * @param provenance where the maker says so
 * @param sentence one sentence for a person; may be empty
 */
public record MakerStatement(
        String id,
        List<Selector> hosts,
        List<Selector> parts,
        Verdict verdict,
        List<Limit> limits,
        String provenance,
        LocalizedText sentence)
        implements Authority {

    public MakerStatement {
        hosts = List.copyOf(hosts);
        parts = List.copyOf(parts);
        limits = List.copyOf(limits);
    }

    @Override
    public String evidenceId() {
        return id;
    }

    @Override
    public SentenceTemplate sentence(Verdict asked) {
        if (!sentence.isEmpty() && asked == verdict) {
            return new SentenceTemplate(sentence.map(MakerStatement::withoutGaps));
        }
        Map<String, String> texts = switch (asked) {
            case FITS, FITS_WITH_LIMITS ->
                Map.of(
                        "en", "The maker lists it: %s.",
                        "de", "Der Hersteller führt es auf: %s.",
                        "nl", "De fabrikant noemt het: %s.");
            case DOES_NOT_FIT ->
                Map.of(
                        "en", "The maker rules it out: %s.",
                        "de", "Der Hersteller schließt es aus: %s.",
                        "nl", "De fabrikant sluit het uit: %s.");
            case UNKNOWN ->
                Map.of(
                        "en", "It is not stated whether the maker's list means this product: %s.",
                        "de", "Es ist nicht angegeben, ob die Liste des Herstellers dieses Produkt meint: %s.",
                        "nl", "Er staat niet of de lijst van de fabrikant dit product bedoelt: %s.");
        };
        return new SentenceTemplate(new LocalizedText(texts).map(text -> text.formatted(withoutGaps(provenance))));
    }

    @Override
    public Set<String> reads() {
        return Set.of();
    }

    /** A sentence of a maker is final; braces in it must not be taken for gaps. */
    private static String withoutGaps(String text) {
        return text.replace('{', '(').replace('}', ')');
    }
}
