package io.zugabe.quickstart.demoshop;

/** An amount in euro cents, written as {@code 12.99 EUR}. */
final class Amount {

    private static final String CURRENCY = " EUR";

    private Amount() {}

    /** Reads {@code 12.99 EUR}; two decimals are required, so that no rounding is hidden. */
    static long parse(String text) {
        if (!text.matches("\\d+\\.\\d\\d EUR")) {
            throw new IllegalArgumentException("Not an amount like 12.99 EUR: " + text);
        }
        return Long.parseLong(
                text.substring(0, text.length() - CURRENCY.length()).replace(".", ""));
    }

    static String format(long cents) {
        long rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest + CURRENCY;
    }
}
