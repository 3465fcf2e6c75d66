package io.zugabe.catalog.dispute.domain;

import java.time.Instant;

/**
 * That somebody says that two products do not go together.
 *
 * @param requestId what makes it one report, however often it is sent
 * @param reporterId a pseudonym; may be empty
 * @param comment in the reporter's words; may be empty
 */
public record MisfitReport(String requestId, Reporter reporter, String reporterId, String comment, Instant time) {

    /** Kinds of reporters. */
    public enum Reporter {
        CUSTOMER,
        RETURN,
        SERVICE_AGENT,
        MERCHANDISER
    }

    /** Who, for a history. */
    String actor() {
        return reporterId.isEmpty() ? reporter.name() : reporter.name() + " " + reporterId;
    }
}
