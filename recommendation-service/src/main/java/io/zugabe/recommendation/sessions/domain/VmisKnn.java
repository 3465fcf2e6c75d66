package io.zugabe.recommendation.sessions.domain;

import it.unimi.dsi.fastutil.longs.LongHeaps;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Predicts what a visit goes on to from the sessions most like it: vector-multiplication-indexed session
 * k-nearest-neighbours (Kersbergen, Sprangers, Schelter: "Serenade – Low-Latency Session-Based
 * Recommendation in e-Commerce at Scale", SIGMOD 2022).
 *
 * <p>Of the visit's last L clicks, the p-th latest (p from 0) weighs (L − p) / L. A session's similarity is
 * the sum of the weights of the clicks whose product it has; a product clicked twice weighs as its latest
 * click does. The latest m sessions that share a product are compared, the k most similar of them, among
 * equals the latest, are the neighbours. Each votes for its products with similarity × (1 − (p + 1) / 10) /
 * √(its number of products), p being the latest click whose product it has; a product's score is the sum
 * of its votes × ln(sessions / sessions with it). Equal scores are ordered by who was named first, the
 * latest neighbour beginning.
 *
 * <p>Serenade has no root of the number of products. With it similarity is the cosine that session-kNN
 * began with (Jannach, Ludewig, RecSys 2017): on the validation sessions published with Serenade that
 * moves hit rate and mean reciprocal rank among 20 from .666 and .325 to .669 and .330.
 *
 * <p>The rows of a product's sessions are ascending, so those of all clicks are merged from their ends: each
 * session turns up once, the latest first, together with all that it shares, and the search ends after m.
 * Similarities are sums of few small integers, so the k best are found by counting. Nothing is allocated
 * but the answer. Keeps its arrays between calls; one thread at a time.
 */
public final class VmisKnn {

    private static final long PLACES = 0xFFFF_FFFFL;
    private static final double FORGETTING = 0.1;
    private static final int NO_SESSION = -1;

    private final Neighbourhood parameters;
    private final int[][] rows;
    private final int[] ends;
    private final int[] heads;
    private final int[] weights;
    private final int[] depths;
    private final int[] met;
    private final int[] overlaps;
    private final int[] latest;
    private final int[] withOverlap;
    private final int[] neighbours;
    private final int[][] sessions;
    private final Votes votes = new Votes();
    private long[] best = new long[0];

    public VmisKnn(Neighbourhood parameters) {
        this.parameters = parameters;
        int last = parameters.last();
        this.rows = new int[last][];
        this.ends = new int[last];
        this.heads = new int[last];
        this.weights = new int[last];
        this.depths = new int[last];
        this.met = new int[parameters.sample()];
        this.overlaps = new int[parameters.sample()];
        this.latest = new int[parameters.sample()];
        this.withOverlap = new int[last * (last + 1) / 2 + 1];
        this.neighbours = new int[parameters.neighbours()];
        this.sessions = new int[parameters.neighbours()][];
    }

    /**
     * Predicts.
     *
     * @param visit the products clicked in the visit, the latest last; repeats stand again
     * @param excluded products that may not be predicted and do not make a session a neighbour: the whole
     *     visit to predict only what is new, the latest click alone to let the visit return to a product,
     *     nothing to let it stay
     * @param most products to predict at most
     * @param allowed asked only about products that would otherwise be predicted; those refused take nobody's place
     */
    public SessionPrediction predict(SessionModel model, int[] visit, int[] excluded, int most, IntPredicate allowed) {
        return predict(model, visit, excluded, 1, most, allowed);
    }

    /**
     * Predicts only what enough neighbours have.
     *
     * @param least neighbours that have a product, 1 or more; products that fewer have take nobody's place
     */
    public SessionPrediction predict(
            SessionModel model, int[] visit, int[] excluded, int least, int most, IntPredicate allowed) {
        int clicks = look(model, visit);
        int found = clicks == 1 ? latest() : compare(clicks);
        votes.clear();
        for (int product : excluded) {
            votes.exclude(product);
        }
        int neighbours = vote(model, found, visit.length);
        return rank(model, neighbours, least, most, allowed);
    }

    /** Of sessions that all share the same one product the latest are the neighbours. */
    private int latest() {
        int[] row = rows[0];
        int found = Math.min(Math.min(parameters.sample(), parameters.neighbours()), row.length - 1);
        for (int place = 0; place < found; place++) {
            met[place] = row[row.length - 1 - place];
            overlaps[place] = weights[0];
            latest[place] = depths[0];
        }
        Arrays.fill(withOverlap, 0);
        withOverlap[weights[0]] = found;
        return found;
    }

    /**
     * Finds the latest sessions that share a product with the visit and what they share; returns how many. Which row a
     * session is in nobody can foresee, so that is counted with and not branched on.
     */
    private int compare(int clicks) {
        Arrays.fill(withOverlap, 0);
        for (int click = 0; click < clicks; click++) {
            heads[click] = rows[click][ends[click]];
        }
        int found = 0;
        while (found < met.length) {
            int newest = NO_SESSION;
            for (int click = 0; click < clicks; click++) {
                newest = Math.max(newest, heads[click]);
            }
            if (newest == NO_SESSION) {
                break;
            }
            int overlap = 0;
            int nearest = 0;
            for (int click = clicks - 1; click >= 0; click--) {
                int has = (heads[click] - newest >> Integer.SIZE - 1) + 1;
                overlap += has * weights[click];
                nearest += has * (depths[click] - nearest);
                ends[click] -= has;
                heads[click] = ends[click] > 0 ? rows[click][ends[click]] : NO_SESSION;
            }
            met[found] = newest;
            overlaps[found] = overlap;
            latest[found] = nearest;
            withOverlap[overlap]++;
            found++;
        }
        return found;
    }

    /** Lays the rows of the visit's last clicks ready, the latest first; returns how many there are. */
    private int look(SessionModel model, int[] visit) {
        int length = Math.min(parameters.last(), visit.length);
        int clicks = 0;
        for (int depth = 0; depth < length; depth++) {
            int[] row = model.rowOf(visit[visit.length - 1 - depth]);
            if (row.length > 0 && isNew(row, clicks)) {
                rows[clicks] = row;
                ends[clicks] = row.length - 1;
                weights[clicks] = length - depth;
                depths[clicks] = depth + 1;
                clicks++;
            }
        }
        return clicks;
    }

    /** Rows are never shared by products, so the same row is the same product. */
    private boolean isNew(int[] row, int clicks) {
        for (int click = 0; click < clicks; click++) {
            if (rows[click] == row) {
                return false;
            }
        }
        return true;
    }

    /** Lets the most similar sessions vote; returns how many had something to say. */
    private int vote(SessionModel model, int found, int visited) {
        int room = parameters.neighbours();
        int least = withOverlap.length - 1;
        while (least > 0 && withOverlap[least] <= room) {
            room -= withOverlap[least];
            least--;
        }
        int chosen = 0;
        for (int place = 0; place < found; place++) {
            if (overlaps[place] > least || overlaps[place] == least && room-- > 0) {
                neighbours[chosen] = place;
                sessions[chosen++] = model.productsOf(met[place]);
            }
        }
        votes.makeRoom(clicksOf(chosen));
        double unit = 1.0 / Math.min(parameters.last(), visited);
        int voted = 0;
        for (int neighbour = 0; neighbour < chosen; neighbour++) {
            int place = neighbours[neighbour];
            int[] products = sessions[neighbour];
            double weight = overlaps[place] * unit * (1 - FORGETTING * latest[place]) / Math.sqrt(products.length);
            boolean counts = false;
            for (int product : products) {
                counts |= votes.add(product, weight);
            }
            voted += counts ? 1 : 0;
        }
        return voted;
    }

    /** Also has memory bring all neighbours at once: they lie anywhere, and one after the other each would be waited for. */
    private int clicksOf(int chosen) {
        int clicks = 0;
        for (int neighbour = 0; neighbour < chosen; neighbour++) {
            clicks += sessions[neighbour].length;
        }
        return clicks;
    }

    /** A score above another makes a larger number, and so does an earlier place among equals. */
    private SessionPrediction rank(SessionModel model, int voted, int least, int most, IntPredicate allowed) {
        if (best.length < most) {
            best = new long[most];
        }
        double all = Math.log(model.total());
        int size = 0;
        for (int place = 0; place < votes.size(); place++) {
            if (votes.support(place) < least) {
                continue;
            }
            int product = votes.product(place);
            float score = (float) (votes.weight(place) * Math.max(0, all - Math.log(model.sessionsWith(product))));
            long key = (long) Float.floatToIntBits(score) << Integer.SIZE | PLACES - place;
            if (size < most) {
                if (allowed.test(product)) {
                    best[size++] = key;
                    LongHeaps.upHeap(best, size, size - 1, null);
                }
            } else if (key > best[0] && allowed.test(product)) {
                best[0] = key;
                LongHeaps.downHeap(best, size, 0, null);
            }
        }
        Arrays.sort(best, 0, size);
        return prediction(voted, size);
    }

    private SessionPrediction prediction(int voted, int size) {
        int[] products = new int[size];
        int[] support = new int[size];
        float[] scores = new float[size];
        for (int rank = 0; rank < size; rank++) {
            long key = best[size - 1 - rank];
            int place = (int) (PLACES - (key & PLACES));
            products[rank] = votes.product(place);
            support[rank] = votes.support(place);
            scores[rank] = Float.intBitsToFloat((int) (key >>> Integer.SIZE));
        }
        return new SessionPrediction(voted, products, support, scores);
    }
}
