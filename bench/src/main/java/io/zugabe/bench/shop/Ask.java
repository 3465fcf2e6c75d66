package io.zugabe.bench.shop;

/** A place on a page that offers are asked for, and what was answered. Products are numbers of the {@link Shelf}. */
final class Ask {

    private static final int[] NOTHING = {};

    /** Where, and how many offers have room there. */
    enum Place {
        PRODUCT_PAGE(4),
        CART(3),
        THANK_YOU(2);

        final int room;

        Place(int room) {
            this.room = room;
        }
    }

    final int shopper;
    final int session;
    final double day;
    final Place place;
    final int[] anchors;
    final int[] cart;

    private int[] offers = NOTHING;
    private String decision = "";

    Ask(int shopper, int session, double day, Place place, int[] anchors, int[] cart) {
        this.shopper = shopper;
        this.session = session;
        this.day = day;
        this.place = place;
        this.anchors = anchors;
        this.cart = cart;
    }

    /** Answers; more offers than have room are not shown. */
    void answer(int[] best, String decisionId) {
        offers = best.length <= place.room ? best : java.util.Arrays.copyOf(best, place.room);
        decision = decisionId;
    }

    int[] offers() {
        return offers;
    }

    /** The decision that the offers are of; empty if who decides does not name them. */
    String decision() {
        return decision;
    }
}
