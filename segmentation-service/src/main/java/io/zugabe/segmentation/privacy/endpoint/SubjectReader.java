package io.zugabe.segmentation.privacy.endpoint;

import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.log.endpoint.FieldRules;
import java.util.UUID;

/** Reads whom a request is about, and the ids that it names. */
final class SubjectReader {

    private static final UUID NONE = new UUID(0, 0);

    private SubjectReader() {}

    /** The customer or visitor; notes it if there is none or its id is no id. */
    static Subject read(Violations violations, String customer, String visitor) {
        if (!visitor.isEmpty()) {
            FieldRules.checkIdentifier(violations, "visitor_id", visitor);
            return Subject.visitor(visitor);
        }
        if (customer.isEmpty()) {
            violations.add("subject", "is required: customer_id or visitor_id");
        } else {
            FieldRules.checkCustomer(violations, "customer_id", customer);
        }
        return Subject.customer(customer);
    }

    /** A UUID; notes it if it is none. */
    static UUID uuid(Violations violations, String field, String value) {
        try {
            UUID uuid = UUID.fromString(value);
            if (uuid.toString().equalsIgnoreCase(value)) {
                return uuid;
            }
        } catch (IllegalArgumentException none) {
            // noted below, like what only looks like one
        }
        violations.check(false, field, value, "must be a UUID");
        return NONE;
    }
}
