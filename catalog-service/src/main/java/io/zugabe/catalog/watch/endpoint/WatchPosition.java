package io.zugabe.catalog.watch.endpoint;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Positions as callers see them: the version of the fit table and the place in the order of changes. */
final class WatchPosition {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})-(\\d{1,18})");

    private WatchPosition() {}

    static String of(String fitVersion, long position) {
        return fitVersion + "-" + position;
    }

    /** Whether a text has the form of a position. */
    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /**
     * The position to resume from; empty if only a snapshot helps: verdicts have changed, deletions since
     * then are forgotten, or the position belongs to another catalog.
     */
    static OptionalLong resumable(String text, String fitVersion, long deletionFloor, long latest) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !matcher.group(1).equals(fitVersion)) {
            return OptionalLong.empty();
        }
        long position = Long.parseLong(matcher.group(2));
        return position >= deletionFloor && position <= latest ? OptionalLong.of(position) : OptionalLong.empty();
    }
}
