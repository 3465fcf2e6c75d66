package io.zugabe.segmentation.audience.domain;

import io.zugabe.segmentation.log.domain.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keys of subjects in [from, before), in the order of their characters. Ids are printable ASCII, so what
 * begins with a text lies between it and it followed by the character after all others.
 */
public record KeyRange(String from, String before) {

    private static final String VISITORS_END = "v;";
    private static final char LAST = '\u007f';

    /**
     * The keys of those whose ids begin with a text, in order.
     *
     * @param prefix empty for all
     * @param visitors whether of visitors too
     */
    public static List<KeyRange> of(String prefix, boolean visitors) {
        List<KeyRange> ranges = new ArrayList<>();
        KeyRange customers = startingWith(prefix);
        add(ranges, customers.from, min(customers.before, Subject.VISITOR_PREFIX));
        add(ranges, max(customers.from, VISITORS_END), customers.before);
        if (visitors) {
            ranges.add(startingWith(Subject.VISITOR_PREFIX + prefix));
        }
        ranges.sort(Comparator.comparing(KeyRange::from));
        return List.copyOf(ranges);
    }

    private static KeyRange startingWith(String prefix) {
        return new KeyRange(prefix, prefix + LAST);
    }

    private static void add(List<KeyRange> ranges, String from, String before) {
        if (from.compareTo(before) < 0) {
            ranges.add(new KeyRange(from, before));
        }
    }

    private static String min(String a, String b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static String max(String a, String b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
