package io.zugabe.catalog.rule;

import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.AuditEntry.Action;
import io.zugabe.catalog.rule.domain.RuleVersion;
import java.time.Instant;

/**
 * Who asks for a change.
 *
 * @param actor as they say of themselves
 * @param requestId of their call
 */
public record Caller(String actor, String requestId) {

    AuditEntry did(Action action, RuleVersion version, Instant now, String detail) {
        return new AuditEntry(0, now, actor, requestId, action, version.ruleId(), version.version(), detail);
    }

    /**
     * An entry for the audit about something that has no versions.
     *
     * @param subject a type, or {@link AuditEntry#STATEMENTS}
     */
    public AuditEntry did(Action action, String subject, Instant now, String detail) {
        return new AuditEntry(0, now, actor, requestId, action, subject, "", detail);
    }
}
