package io.zugabe.bench.shop;

/**
 * Something that the shop sees.
 *
 * @param day since the beginning of the twelve weeks, with its fraction; negative before
 * @param products numbers on the {@link Shelf}
 * @param id of the order or the case, if it is about one
 * @param discount share of the price that was not paid
 * @param amount what a case cost, in euros
 * @param misfit of a return: whether the product did not fit
 * @param ask of an offer: where it was made, and by which decision
 */
record Happening(
        What what,
        int shopper,
        int session,
        double day,
        int[] products,
        String id,
        double discount,
        double amount,
        boolean misfit,
        Ask ask) {

    private static final Ask NO_ASK = new Ask(-1, -1, 0, Ask.Place.PRODUCT_PAGE, new int[0], new int[0]);

    /** What can be seen. */
    enum What {
        VIEWED,
        CARTED,
        BOUGHT,
        RETURNED,
        CASE_OPENED,
        CASE_RESOLVED,
        OFFERS_SHOWN,
        OFFERS_ADDED,
        OFFERS_DISMISSED
    }

    static Happening looked(What what, int shopper, int session, double day, int... products) {
        return new Happening(what, shopper, session, day, products, "", 0, 0, false, NO_ASK);
    }

    static Happening bought(int shopper, int session, double day, int[] products, String order, double discount) {
        return new Happening(What.BOUGHT, shopper, session, day, products, order, discount, 0, false, NO_ASK);
    }

    static Happening returned(int shopper, double day, int product, String order, double discount, boolean misfit) {
        int[] products = {product};
        return new Happening(What.RETURNED, shopper, -1, day, products, order, discount, 0, misfit, NO_ASK);
    }

    static Happening serviceCase(What what, int shopper, double day, String id, double cost) {
        return new Happening(what, shopper, -1, day, new int[0], id, 0, cost, false, NO_ASK);
    }

    static Happening offers(What what, Ask ask, int... products) {
        return new Happening(what, ask.shopper, ask.session, ask.day, products, "", 0, 0, false, ask);
    }
}
