package io.zugabe.catalog.product.domain;

import java.util.regex.Pattern;

/** Global trade item numbers of 8, 12, 13 or 14 digits. */
public final class Gtin {

    private static final Pattern DIGITS = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final int LONGEST = 14;

    private Gtin() {}

    /** Whether a text has the form of a GTIN and a valid check digit (GS1 General Specifications 7.9). */
    public static boolean isValid(String gtin) {
        if (!DIGITS.matcher(gtin).matches()) {
            return false;
        }
        String padded = padded(gtin);
        int sum = 0;
        for (int i = 0; i < LONGEST; i++) {
            sum += (padded.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0;
    }

    /** The number with leading zeros to 14 digits, so that GTINs of all lengths can be compared. */
    public static String padded(String gtin) {
        return "0".repeat(LONGEST - gtin.length()) + gtin;
    }
}
