package io.zugabe.segmentation.audience.domain;

import java.util.Optional;

/** What a version of a target group says of somebody. */
public sealed interface Verdict {

    /** Not of the audience. */
    record Outside() implements Verdict {}

    /** Of the audience, and left out. */
    record Excluded(Exclusion reason) implements Verdict {}

    /** In the control group. */
    record HeldOut() implements Verdict {}

    /** To be exported. */
    record Exported(Rule.Match match) implements Verdict {}

    /** Judges by a rule. */
    static Verdict of(Candidate candidate, GroupDefinition definition, Rule rule, Holdout holdout) {
        if (candidate.subject().visitor() && !definition.visitors()) {
            return new Outside();
        }
        Optional<Rule.Match> match = rule.match(candidate);
        if (match.isEmpty()) {
            return new Outside();
        }
        Optional<Exclusion> exclusion = Exclusion.of(candidate, definition.channel());
        if (exclusion.isPresent()) {
            return new Excluded(exclusion.get());
        }
        return holdout.holdsOut(candidate.subject()) ? new HeldOut() : new Exported(match.get());
    }
}
