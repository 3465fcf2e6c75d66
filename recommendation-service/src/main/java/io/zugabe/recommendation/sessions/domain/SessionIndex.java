package io.zugabe.recommendation.sessions.domain;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Arrays;

/**
 * Sessions and, for each product, the latest of those that have it: brought up to date with every click,
 * never rebuilt. One thread at a time.
 *
 * <p>A session is newer than another if it began later in the log, whatever its clock says: so the order
 * of equal times is the log's, and all who read one log come to the same index.
 *
 * <p>Memory is bounded: at most {@code capacity} sessions, the oldest making room; at most
 * {@value #MOST_PRODUCTS} products of each (more is no visit but a robot's round); at most {@code sample}
 * sessions named per product. A session of five products takes up to 132 bytes, one of
 * {@value #MOST_PRODUCTS} up to 350: at most 28 MB per million clicks in sessions of five, at most 350 MB
 * for a capacity of a million.
 */
public final class SessionIndex {

    /** Products kept of one session. */
    public static final int MOST_PRODUCTS = 32;

    /** Sessions in a page of {@link #takeDirtyPages}. */
    public static final int PAGE = Rows.PAGE;

    private static final int NONE = -1;

    private final int capacity;
    private final long gap;
    private final RowsWriter sessions = new RowsWriter();
    private final Postings postings;
    private final Long2IntOpenHashMap latest = new Long2IntOpenHashMap();
    private final IntOpenHashSet dirty = new IntOpenHashSet();
    private long[] keys = new long[0];
    private long[] owners = new long[0];
    private long[] times = new long[0];
    private int oldest;
    private int next;
    private int total;

    /**
     * @param capacity most sessions kept, 1 or more
     * @param sample most sessions named per product, 1 or more
     * @param gap seconds without a click after which the next one begins a new session
     */
    public SessionIndex(int capacity, int sample, long gap) {
        this.capacity = capacity;
        this.postings = new Postings(sample);
        this.gap = gap;
        latest.defaultReturnValue(NONE);
    }

    /** Takes in a click. */
    public void take(Click click) {
        int session = latest.get(click.key());
        if (session == NONE || Math.abs(click.time() - times[slot(session)]) > gap) {
            session = begin(click.key(), click.owner(), click.time());
            latest.put(click.key(), session);
        }
        int slot = slot(session);
        times[slot] = Math.max(times[slot], click.time());
        dirty.add(session / PAGE);
        int[] products = sessions.at(slot);
        if (products.length < MOST_PRODUCTS && !contains(products, click.product())) {
            int[] grown = Arrays.copyOf(products, products.length + 1);
            grown[products.length] = click.product();
            put(session, grown);
        }
    }

    /** Forgets the sessions of some people; returns how many. */
    public int forget(LongSet people) {
        int forgotten = 0;
        for (int session = oldest; session < next; session++) {
            int slot = slot(session);
            if (sessions.at(slot).length > 0 && people.contains(owners[slot])) {
                remove(session);
                dirty.add(session / PAGE);
                forgotten++;
            }
        }
        return forgotten;
    }

    /** Forgets everything. */
    public void clear() {
        sessions.clear();
        postings.clear();
        latest.clear();
        dirty.clear();
        oldest = 0;
        next = 0;
        total = 0;
    }

    /**
     * Puts a session back that was kept elsewhere.
     *
     * @param session the first one, or the one that follows the one before it by number
     */
    public void restore(Session session) {
        if (oldest == next) {
            oldest = session.number();
            next = session.number();
        }
        if (session.number() != next) {
            throw new IllegalArgumentException("session " + session.number() + " cannot follow " + (next - 1));
        }
        begin(session.key(), session.owner(), session.time());
        int[] products = session.products();
        if (products.length > 0) {
            latest.put(session.key(), session.number());
        }
        for (int length = 1; length <= products.length; length++) {
            put(session.number(), Arrays.copyOf(products, length));
        }
    }

    /** A session that is kept. */
    public Session session(int number) {
        int slot = slot(number);
        return new Session(number, keys[slot], owners[slot], times[slot], sessions.at(slot));
    }

    /** The number of the oldest session that is kept. */
    public int oldest() {
        return oldest;
    }

    /** The number that the next session gets. */
    public int next() {
        return next;
    }

    /** The index as it is now. */
    public SessionModel publish(long position) {
        return new SessionModel(sessions.publish(), postings.publish(), capacity, total, position);
    }

    /** The pages, by number, in which something has changed since the last call: sessions by number / {@link #PAGE}. */
    public int[] takeDirtyPages() {
        int[] pages = dirty.toIntArray();
        dirty.clear();
        Arrays.sort(pages);
        return pages;
    }

    /** Lets {@link #takeDirtyPages} name a page again. */
    public void markDirty(int page) {
        dirty.add(page);
    }

    private int begin(long key, long owner, long time) {
        int session = next++;
        if (next - oldest > capacity) {
            remove(oldest);
            oldest++;
        }
        int slot = slot(session);
        if (slot >= keys.length) {
            int length = Math.min(capacity, Math.max(slot + 1, keys.length * 3 / 2));
            keys = Arrays.copyOf(keys, length);
            owners = Arrays.copyOf(owners, length);
            times = Arrays.copyOf(times, length);
        }
        keys[slot] = key;
        owners[slot] = owner;
        times[slot] = time;
        return session;
    }

    /** Gives a session one product more; with the second one it begins to count. */
    private void put(int session, int[] products) {
        sessions.put(slot(session), products);
        if (products.length == 2) {
            total++;
            postings.add(products[0], session);
        }
        if (products.length >= 2) {
            postings.add(products[products.length - 1], session);
        }
    }

    private void remove(int session) {
        int slot = slot(session);
        int[] products = sessions.at(slot);
        if (products.length >= 2) {
            total--;
            for (int product : products) {
                postings.remove(product, session);
            }
        }
        sessions.put(slot, Rows.EMPTY);
        latest.remove(keys[slot], session);
        keys[slot] = 0;
        owners[slot] = 0;
        times[slot] = 0;
    }

    private int slot(int session) {
        return session % capacity;
    }

    private static boolean contains(int[] products, int product) {
        for (int other : products) {
            if (other == product) {
                return true;
            }
        }
        return false;
    }
}
