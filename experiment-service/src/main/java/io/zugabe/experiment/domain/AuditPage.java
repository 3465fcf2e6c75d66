package io.zugabe.experiment.domain;

import java.util.List;

/**
 * A page of the audit.
 *
 * @param entries newest first
 * @param last whether no page follows
 */
public record AuditPage(List<AuditEntry> entries, boolean last) {}
