package io.zugabe.catalog.rule;

import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.rule.domain.AuditEntry;
import io.zugabe.catalog.rule.domain.RuleChange;
import java.util.List;

/** Where what is declared at run time is kept for good, with its audit. */
public interface RuleStore {

    /**
     * Writes a change with its audit, unless types or rules were written after a position.
     *
     * @param seen the position up to which the change knows what was written
     */
    Uni<Outcome> write(long seen, RuleChange change);

    /**
     * Entries of the audit, newest first.
     *
     * @param subject only of this rule or type; empty for all
     * @param before only entries with a lower id
     */
    Uni<List<AuditEntry>> audit(String subject, long before, int limit);

    /** What became of a write. */
    sealed interface Outcome {

        /** The position of what was written, or of what was written by others in between. */
        long position();

        /** It is stored. */
        record Written(long position) implements Outcome {}

        /** Nothing is stored: others wrote in between. */
        record Overtaken(long position) implements Outcome {}
    }
}
