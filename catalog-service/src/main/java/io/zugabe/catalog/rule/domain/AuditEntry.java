package io.zugabe.catalog.rule.domain;

import java.time.Instant;
import java.util.List;

/**
 * A change of a type or rule, or of makers' statements.
 *
 * @param id counts the entries; 0 before it is stored
 * @param actor who changed it, as they said of themselves
 * @param requestId the id of their call
 * @param subject the rule or type, or {@link #STATEMENTS}
 * @param version of the rule; empty if it is none
 * @param detail what was in force before and after, in English; of statements: which ones
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
        RULE_ROLLED_BACK,
        STATEMENTS_UPSERTED,
        STATEMENT_DELETED
    }

    /** The subject of changes of makers' statements; no rule and no type can have this name. */
    public static final String STATEMENTS = "maker-statements";

    private static final int LONGEST_DETAIL = 4_000;

    /** The detail that lists particulars; those that do not go into it are counted. */
    public static String detail(String separator, List<String> particulars) {
        StringBuilder detail = new StringBuilder();
        for (int i = 0; i < particulars.size(); i++) {
            String next = (i == 0 ? "" : separator) + particulars.get(i);
            if (detail.length() + next.length() > LONGEST_DETAIL) {
                return detail + " and " + (particulars.size() - i) + " more";
            }
            detail.append(next);
        }
        return detail.toString();
    }
}
