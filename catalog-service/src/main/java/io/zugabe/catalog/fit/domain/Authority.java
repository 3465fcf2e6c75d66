package io.zugabe.catalog.fit.domain;

import io.zugabe.catalog.text.domain.SentenceTemplate;
import java.util.Set;

/** Who says so: a rule, a maker, or a dispute. {@link Precedence} says whose word counts. */
public sealed interface Authority permits FitRule, MakerStatement, Block {

    /** Identifier for evidence. */
    String evidenceId();

    /** What it says to a person about a verdict. */
    SentenceTemplate sentence(Verdict verdict);

    /** Attributes that it reads, as {@code "host.<attribute>"} or {@code "part.<attribute>"}. */
    Set<String> reads();
}
