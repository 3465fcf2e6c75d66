package io.zugabe.recommendation.baskets.adapter;

/** Which ids PostgreSQL can hold: a log that was written by others must not stop its follower. */
public final class StorableText {

    /** In UTF-16 units. Ids of the log have up to 100 characters; an index entry holds no more than 2,700 bytes. */
    private static final int LONGEST = 200;

    private StorableText() {}

    /** False for texts with U+0000 or half a surrogate pair, and for those too long for an index. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && text.codePoints().noneMatch(StorableText::isRefused);
    }

    private static boolean isRefused(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
