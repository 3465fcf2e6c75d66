package io.zugabe.quickstart.demoshop;

/**
 * A reason to come to the shop, with all that follows from it.
 *
 * @param customer number of the customer, from 1
 * @param number number among the customer's missions, from 0
 * @param kind what for
 * @param type type of the product that it is about; empty for {@link Kind#ACCOUNT}
 * @param day day of the simulated year on which it begins
 * @param budget euro cents that it may cost
 */
record Mission(int customer, int number, Kind kind, String type, int day, long budget) {

    enum Kind {
        /** Registers: consents, newsletter, membership. */
        ACCOUNT,
        /** Looks and leaves. */
        BROWSE,
        /** Sets out to buy something. */
        BUY,
        /** Buys a consumable again and again. */
        HABIT
    }
}
