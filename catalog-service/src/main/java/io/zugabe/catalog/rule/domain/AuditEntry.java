package io.zugabe.catalog.rule.domain;

import java.time.Instant;

/**
 * A change of a type or rule.
 *
 * @param id counts the entries; 0 before it is stored
 * @param actor who changed it, as they said of themselves
 * @param requestId the id of their call
 * @param subject the rule or type
 * @param version of the rule; empty for a type
 * @param detail what was in force before and after, in English
 */
public record AuditEntry(
        long id,
        Instant time,
        String actor,
        String requestId,
        Action action,
        String subject,
        String version,
        String detail) {

    /** Kinds of changes. */
    public enum Action {
        TYPE_UPSERTED,
        TYPE_DELETED,
        RULE_CREATED,
        RULE_DELETED,
        RULE_PUBLISHED,
        RULE_ROLLED_BACK
    }
}
