package io.zugabe.segmentation.log.endpoint;

import io.zugabe.kit.error.Violations;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What customers are asked consent for. A purpose that nobody declared is refused: a withdrawal for a misspelled one
 * would count for nothing.
 */
final class Purposes {

    private final SortedSet<String> known = new TreeSet<>();

    /**
     * @param further of the shop, beside those that Zugabe reads
     */
    Purposes(Collection<String> further) {
        known.add("email");
        known.add("push");
        known.add("personalization");
        known.addAll(further);
    }

    void check(Violations violations, String field, String purpose) {
        if (FieldRules.checkKey(violations, field, purpose)) {
            violations.check(
                    known.contains(purpose),
                    field,
                    purpose,
                    "is no purpose of this shop; must be one of " + String.join(", ", known)
                            + " (ZUGABE_CONSENT_PURPOSES adds others)");
        }
    }
}
