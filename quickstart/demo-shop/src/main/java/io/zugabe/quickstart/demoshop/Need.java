package io.zugabe.quickstart.demoshop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What buyers of some things also want.
 *
 * @param hosts types that raise the need
 * @param parts types that serve it
 * @param chance share of buyers that have it, in (0, 1]
 * @param afterDays days after the purchase until it is felt; 0 means together with the purchase
 * @param fit part attribute → host attribute that must share a value
 * @param atLeast part attribute → host attribute that its number must reach
 */
record Need(
        List<String> hosts,
        List<String> parts,
        double chance,
        @JsonProperty("after_days") int afterDays,
        Map<String, String> fit,
        @JsonProperty("at_least") Map<String, String> atLeast) {

    Need {
        hosts = List.copyOf(hosts);
        parts = List.copyOf(parts);
        fit = orEmpty(fit);
        atLeast = orEmpty(atLeast);
        if (!(chance > 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance of " + hosts + " → " + parts + " is not in (0, 1]: " + chance);
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Collections.emptyMap() : Map.copyOf(map);
    }

    boolean together() {
        return afterDays == 0;
    }

    /** Whether the part physically serves the host; a label that says nothing does not fit. */
    boolean fits(DemoProduct host, DemoProduct part) {
        return fit.entrySet().stream()
                        .allMatch(
                                pair -> !Collections.disjoint(part.values(pair.getKey()), host.values(pair.getValue())))
                && atLeast.entrySet().stream()
                        .allMatch(pair -> reaches(part.number(pair.getKey()), host.number(pair.getValue())));
    }

    private static boolean reaches(OptionalDouble part, OptionalDouble host) {
        return part.isPresent() && host.isPresent() && part.getAsDouble() >= host.getAsDouble();
    }
}
