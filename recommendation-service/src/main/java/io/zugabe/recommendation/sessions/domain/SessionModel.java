package io.zugabe.recommendation.sessions.domain;

/**
 * The sessions at one moment. Immutable, so that a decision reads one state throughout.
 *
 * <p>Sessions are numbered as they began; those with fewer than two products say nothing and are not
 * counted.
 */
public final class SessionModel {

    /** No sessions. */
    public static final SessionModel EMPTY = new SessionModel(Rows.NONE, Rows.NONE, 1, 0, 0);

    private final Rows sessions;
    private final Rows products;
    private final int capacity;
    private final int total;
    private final long position;

    /**
     * @param sessions the products of each session, by number modulo capacity
     * @param products for each product how many sessions have it, then the latest of them, ascending
     */
    SessionModel(Rows sessions, Rows products, int capacity, int total, long position) {
        this.sessions = sessions;
        this.products = products;
        this.capacity = capacity;
        this.total = total;
        this.position = position;
    }

    /** Number of sessions with two products or more. */
    public int total() {
        return total;
    }

    /** Place in the event log that is reached with this. */
    public long position() {
        return position;
    }

    /** Number of sessions, of those counted, that have a product. */
    public int sessionsWith(int product) {
        int[] row = products.at(product);
        return row.length == 0 ? 0 : row[0];
    }

    /** {@link #sessionsWith} a product, followed by the numbers of the latest of them, ascending. */
    int[] rowOf(int product) {
        return products.at(product);
    }

    /** The products of a session, in the order of their first clicks. */
    int[] productsOf(int session) {
        return sessions.at(session % capacity);
    }
}
