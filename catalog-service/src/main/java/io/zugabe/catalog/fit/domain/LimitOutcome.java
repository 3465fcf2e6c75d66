package io.zugabe.catalog.fit.domain;

import java.util.Set;

/** Whether a limit holds for a pair. */
sealed interface LimitOutcome {

    /** It does not hold. */
    record Absent() implements LimitOutcome {}

    /** It holds. */
    record Holds(Limit limit) implements LimitOutcome {}

    /** It cannot be told. */
    record Unknown(Set<String> missing) implements LimitOutcome {}
}
