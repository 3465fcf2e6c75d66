package io.zugabe.catalog.rule.domain;

import io.zugabe.catalog.fit.domain.Certainty;
import io.zugabe.catalog.text.domain.LocalizedText;
import java.util.List;

/**
 * A rule as somebody wrote it.
 *
 * @param id {@code "pack/name"}
 * @param applies CEL; {@code "true"} if the rule is about all pairs of its types
 * @param fits CEL
 * @param provenance where the rule is known from
 * @param liftedBy type of a product that makes up for a misfit in a set; empty if none does
 */
public record RuleText(
        String id,
        String hostType,
        String partType,
        String applies,
        String fits,
        List<LimitText> limits,
        SentenceTexts sentences,
        String provenance,
        Certainty certainty,
        String liftedBy) {

    public RuleText {
        limits = List.copyOf(limits);
    }

    /**
     * A limit as somebody wrote it.
     *
     * @param when CEL
     * @param got CEL
     * @param needed CEL
     * @param unit of got and needed where they are numbers; empty for none
     * @param liftedBy a type; empty if none lifts it
     */
    public record LimitText(
            String when,
            String attribute,
            String got,
            String needed,
            String unit,
            LocalizedText sentence,
            String liftedBy) {}

    /**
     * What a rule says, gaps in braces.
     *
     * @param unknown empty for the sentence that all rules have in common
     */
    public record SentenceTexts(LocalizedText fits, LocalizedText doesNotFit, LocalizedText unknown) {}
}
