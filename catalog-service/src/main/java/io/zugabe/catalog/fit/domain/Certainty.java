package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.List;
import java.util.Map;

/** How well a rule is known. */
public enum Certainty {
    /** A source that the provenance names says so. */
    DOCUMENTED,
    /** Common engineering knowledge. */
    KNOWN,
    /** Only reported: a fit by such a rule alone is never without a limit. */
    HEARSAY;

    private static final List<Limit> ONLY_REPORTED = List.of(new Limit(
            "certainty",
            "hearsay",
            "documented",
            new LocalizedText(Map.of(
                    "en", "This is only reported; no maker or standard confirms it.",
                    "de", "Das ist nur berichtet; kein Hersteller und keine Norm bestätigt es.",
                    "nl", "Dit is alleen van horen zeggen; geen fabrikant en geen norm bevestigt het.")),
            ""));

    /** What limits every fit that a rule of this certainty finds. */
    List<Limit> limits() {
        return switch (this) {
            case DOCUMENTED, KNOWN -> List.of();
            case HEARSAY -> ONLY_REPORTED;
        };
    }
}
