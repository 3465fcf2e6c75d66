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

    AuditEntry did(Action action, String type, Instant now, String detail) {
        return new AuditEntry(0, now, actor, requestId, action, type, "", detail);
    }
}
