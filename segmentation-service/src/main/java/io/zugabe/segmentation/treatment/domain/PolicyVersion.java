package io.zugabe.segmentation.treatment.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of the policy, as it was written.
 *
 * @param number from 1, which is the default's
 * @param note what was changed and why; may be empty
 * @param author who put it in force; empty for the default
 * @param createTime empty for the default
 */
public record PolicyVersion(
        int number,
        List<TreatmentRule> rules,
        QuietTimes quietTimes,
        String note,
        String author,
        Optional<Instant> createTime) {

    /** The number of the default. */
    public static final int DEFAULT = 1;

    public PolicyVersion {
        rules = List.copyOf(rules);
    }

    /** Whether both decide alike. */
    public boolean decidesLike(PolicyVersion other) {
        return rules.equals(other.rules) && quietTimes.equals(other.quietTimes);
    }

    /** The same with other rules. */
    public PolicyVersion withRules(List<TreatmentRule> others) {
        return new PolicyVersion(number, others, quietTimes, note, author, createTime);
    }

    /** The same as a later version. */
    public PolicyVersion as(int newNumber, String newNote, String newAuthor, Instant now) {
        return new PolicyVersion(newNumber, rules, quietTimes, newNote, newAuthor, Optional.of(now));
    }
}
