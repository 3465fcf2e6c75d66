package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.Map;

/** What all rules say unless they say it in their own words. */
public final class RuleTexts {

    /** Too little is known. */
    public static final LocalizedText UNKNOWN = new LocalizedText(Map.of(
            "en", "Not enough is stated about the two to tell whether they go together.",
            "de", "Über die beiden ist nicht genug angegeben, um zu sagen, ob sie zusammenpassen.",
            "nl", "Over deze twee staat te weinig vermeld om te zeggen of ze bij elkaar passen."));

    private RuleTexts() {}
}
