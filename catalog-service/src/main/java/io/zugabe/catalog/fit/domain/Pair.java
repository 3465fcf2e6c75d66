package io.zugabe.catalog.fit.domain;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names of attributes in the two roles: {@code "host.ports"}, {@code "part.length"}. */
final class Pair {

    static final String HOST = "host.";
    static final String PART = "part.";

    private Pair() {}

    /** An attribute's value as text; null if it is missing or the name has no role. */
    static @Nullable String attributeText(String name, AttributeTuple host, AttributeTuple part) {
        if (name.startsWith(HOST)) {
            return host.text(name.substring(HOST.length()));
        }
        return name.startsWith(PART) ? part.text(name.substring(PART.length())) : null;
    }

    /** What all evaluations together miss. */
    static Set<String> missing(Evaluation... evaluations) {
        Set<String> missing = new TreeSet<>();
        for (Evaluation evaluation : evaluations) {
            if (evaluation instanceof Evaluation.Missing(Set<String> attributes)) {
                missing.addAll(attributes);
            }
        }
        return missing;
    }
}
