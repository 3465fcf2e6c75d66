package io.zugabe.segmentation.audience.endpoint;

import io.zugabe.kit.error.Violations;
import java.time.Duration;

/** How long computations may take. */
final class Spans {

    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Spans() {}

    /** The span that a request allows; notes what is wrong with it. */
    static Duration read(boolean set, com.google.protobuf.Duration span, String field, Violations violations) {
        if (!set) {
            return USUAL;
        }
        boolean holds = span.getSeconds() <= LONGEST.toSeconds()
                && span.getSeconds() >= 0
                && span.getNanos() >= 0
                && (span.getSeconds() > 0 || span.getNanos() > 0);
        violations.check(holds, field, span.getSeconds() + " s", "must be above 0 and at most 10 minutes");
        return holds ? Duration.ofSeconds(span.getSeconds(), span.getNanos()) : USUAL;
    }
}
