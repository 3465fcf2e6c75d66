package io.zugabe.assignment;

/**
 * The ids under which one person is known, to be assigned by.
 *
 * <p>Ids are printable ASCII without spaces. GrowthBook's clients hash UTF-16 code units in some
 * languages and UTF-8 bytes in others: for "客戶-42" under the seed "x" the former gives 0.4015 and the
 * latter 0.2558, two different arms for one person. They agree on ASCII only, so anything else is refused.
 *
 * @param customerId 1 to 100 characters; empty if unknown
 * @param visitorId 1 to 100 characters; empty if unknown
 */
public record Units(String customerId, String visitorId) {

    /** Longest id, in characters. */
    public static final int LONGEST = 100;

    public Units {
        requireValid(customerId);
        requireValid(visitorId);
    }

    /** Whether an id may be assigned by: 1 to 100 printable ASCII characters without spaces. */
    public static boolean isValid(String id) {
        return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    /** The id of a kind; empty if unknown. */
    public String id(UnitKind kind) {
        return switch (kind) {
            case CUSTOMER -> customerId;
            case VISITOR -> visitorId;
        };
    }

    private static void requireValid(String id) {
        if (!id.isEmpty() && !isValid(id)) {
            throw new IllegalArgumentException(
                    "unit \"" + id + "\" must be 1 to 100 printable ASCII characters without spaces");
        }
    }
}
