package io.zugabe.catalog.rule.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule that was created at run time.
 *
 * @param number counts the versions of the rule from 1
 * @param replaces number of the version that was in force before; 0 if that was the pack's, or none
 * @param publishTime when it was put in force last; null if it never was
 */
public record RuleVersion(
        StatedRule rule,
        int number,
        State state,
        int replaces,
        Instant createTime,
        String creator,
        @Nullable Instant publishTime) {

    /** Where a version stands in its life. */
    public enum State {
        DRAFT,
        IN_FORCE,
        SUPERSEDED
    }

    /** The name of a version by its number. */
    public static String nameOf(int number) {
        return "r" + number;
    }

    public String ruleId() {
        return rule.id();
    }

    public String version() {
        return rule.version();
    }

    /** Rule and version, as they are stored: {@code "cells/size@r2"}. */
    public String id() {
        return ruleId() + "@" + version();
    }

    /** Sorts by rule, then by number. Ids contain no space, which sorts before all that they contain. */
    public String sortKey() {
        return sortKey(ruleId(), number);
    }

    static String sortKey(String ruleId, int number) {
        return String.format(Locale.ROOT, "%s %09d", ruleId, number);
    }

    /** This in force, in place of another. */
    public RuleVersion published(int replaced, Instant now) {
        return new RuleVersion(rule, number, State.IN_FORCE, replaced, createTime, creator, now);
    }

    /** This in force again, after what replaced it was taken back. */
    public RuleVersion restored(Instant now) {
        return new RuleVersion(rule, number, State.IN_FORCE, replaces, createTime, creator, now);
    }

    /** This, not in force any more. */
    public RuleVersion superseded() {
        return new RuleVersion(rule, number, State.SUPERSEDED, replaces, createTime, creator, publishTime);
    }
}
