package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.Map;

/**
 * Why something fits only with a limit.
 *
 * @param attribute the attribute that limits
 * @param got what the pair gets, with unit
 * @param needed what an unlimited fit would need, with unit
 * @param liftedBy type of a product that lifts the limit if it fits both host and part; empty if none does
 */
public record Limit(String attribute, String got, String needed, LocalizedText sentence, String liftedBy) {

    /** This with a sentence for a person: its own, else one made of the attribute and the values that are known. */
    Limit inWords() {
        if (!sentence.isEmpty()) {
            return this;
        }
        String name = attribute.replace('_', ' ');
        String english = "Fits with a limit: " + name + (got.isEmpty() ? "" : " is " + got)
                + (needed.isEmpty() ? "" : ", needed is " + needed) + ".";
        String german = "Passt mit Einschränkung: " + name + (got.isEmpty() ? "" : " ist " + got)
                + (needed.isEmpty() ? "" : ", nötig ist " + needed) + ".";
        String dutch = "Past met een beperking: " + name + (got.isEmpty() ? "" : " is " + got)
                + (needed.isEmpty() ? "" : ", nodig is " + needed) + ".";
        return new Limit(
                attribute, got, needed, new LocalizedText(Map.of("en", english, "de", german, "nl", dutch)), liftedBy);
    }
}
