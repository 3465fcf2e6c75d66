package io.zugabe.catalog.fit.domain;

import java.util.List;
import java.util.Set;

/** What a rule says about a pair. */
public sealed interface RuleOutcome {

    /** It does not apply to the pair. */
    record Silent() implements RuleOutcome {}

    /**
     * It applies, or may apply.
     *
     * @param missing attributes that would have to be known; only if the verdict is UNKNOWN
     */
    record Spoke(Verdict verdict, List<Limit> limits, Set<String> missing) implements RuleOutcome {}
}
