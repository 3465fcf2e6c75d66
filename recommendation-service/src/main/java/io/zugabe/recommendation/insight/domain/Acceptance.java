package io.zugabe.recommendation.insight.domain;

import io.zugabe.recommendation.decision.domain.Placement;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntMaps;
import it.unimi.dsi.fastutil.longs.LongSet;
import it.unimi.dsi.fastutil.longs.LongSets;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntMaps;

/**
 * How likely offers are taken: bought and kept. Immutable; what a decision asks is a read of a few primitive maps and arrays.
 *
 * <p>A hierarchical beta-binomial estimate. What is expected of an offer before any feedback, b (from baskets, relations,
 * likeness), is the prior mean of the first level, and each level's mean is the prior of the next, worth m views
 * ({@code weight}). With n offers seen and k of them taken in a cell,
 *
 * <pre>
 *   placement            p₁ = (k + m·b̄) / (n + m)            ρ₁ = p₁ / b̄
 *   source × placement   p₂ = (k + m·ρ₁·b̄) / (n + m)         ρ₂ = p₂ / b̄
 *   product × placement  p₃ = (k + m·min(1, ρ₂·b)) / (n + m)
 *   … × anchor type      p₄ = (k + m·p₃) / (n + m)
 *   … × segment          p₅ = (k + m·p₄) / (n + m)
 * </pre>
 *
 * where b̄ is the mean of b over the offers seen in the cell: the upper two levels say by which factor ρ expectations come true
 * there, so that what is known of a product before it was ever shown is not lost. Without feedback ρ = 1 and p = b. Gelman et
 * al., Bayesian Data Analysis, 3rd ed., section 5.3 (the beta-binomial hierarchy); MacKay and Peto, A hierarchical Dirichlet
 * language model, 1995 (means of a level as priors of the next).
 *
 * <p>70 MB per million combinations of product, placement, anchor type, source and segment that were ever shown; the
 * {@link AcceptanceBook} behind it 40 MB.
 */
public final class Acceptance {

    /** A placement, anchor type, source or segment that is not known here. */
    public static final int UNKNOWN = 0;

    /** Nothing was shown yet. */
    public static final Acceptance EMPTY = new Acceptance(
            0,
            1,
            Object2IntMaps.emptyMap(),
            Object2IntMaps.emptyMap(),
            new double[0],
            new double[0],
            Long2IntMaps.EMPTY_MAP,
            new int[1],
            new int[1],
            LongSets.EMPTY_SET,
            Exploration.NONE);

    static final int PLACEMENTS = Placement.values().length + 1;

    private final long position;
    private final double weight;
    private final Object2IntMap<String> types;
    private final Object2IntMap<String> sources;
    private final double[] ratioOfPlacement;
    private final double[] ratioOfSource;
    private final Long2IntMap rows;
    private final int[] shown;
    private final int[] kept;
    private final LongSet retired;
    private final Exploration exploration;

    Acceptance(
            long position,
            double weight,
            Object2IntMap<String> types,
            Object2IntMap<String> sources,
            double[] ratioOfPlacement,
            double[] ratioOfSource,
            Long2IntMap rows,
            int[] shown,
            int[] kept,
            LongSet retired,
            Exploration exploration) {
        this.position = position;
        this.weight = weight;
        this.types = types;
        this.sources = sources;
        this.ratioOfPlacement = ratioOfPlacement;
        this.ratioOfSource = ratioOfSource;
        this.rows = rows;
        this.shown = shown;
        this.kept = kept;
        this.retired = retired;
        this.exploration = exploration;
    }

    /** The place of the log up to which everything is counted. */
    public long position() {
        return position;
    }

    /** The same, up to a later place of the log where nothing of it has changed. */
    public Acceptance upTo(long later) {
        return new Acceptance(
                later,
                weight,
                types,
                sources,
                ratioOfPlacement,
                ratioOfSource,
                rows,
                shown,
                kept,
                retired,
                exploration);
    }

    /** Number of combinations that are counted. */
    public int size() {
        return rows.size();
    }

    /** How much of what is offered may be tried out. */
    public Exploration exploration() {
        return exploration;
    }

    /** The number of a type here; {@link #UNKNOWN} if nothing was ever shown for it. */
    public int typeNumber(String type) {
        return types.getInt(type);
    }

    /** The number of a source here; {@link #UNKNOWN} if nothing of it was ever shown. */
    public int sourceNumber(String source) {
        return sources.getInt(source);
    }

    /** The number of a placement. */
    public static int placementNumber(Placement placement) {
        return placement.ordinal() + 1;
    }

    /**
     * What is to be expected of an offer.
     *
     * @param product its number
     * @param type of what it is offered for, by {@link #typeNumber}
     * @param placement by {@link #placementNumber}
     * @param source by {@link #sourceNumber}
     * @param segment by {@link Cells#segmentNumber}; {@link #UNKNOWN} for all together
     * @param expected before any feedback, in [0, 1]
     */
    public Estimate estimate(int product, int type, int placement, int source, int segment, double expected) {
        double ratio = ratio(placement, source);
        double prior = Math.min(1, expected * ratio);
        int atPlacement = rows.get(Cells.key(product, Cells.ANY_TYPE, placement, Cells.ANY_SEGMENT));
        if (atPlacement == 0) {
            return new Estimate(expected, ratio, 0, 0, prior, weight);
        }
        int row = rows.get(Cells.key(product, type, placement, Cells.ANY_SEGMENT));
        double estimate = next(row, next(atPlacement, prior));
        if (segment != UNKNOWN) {
            estimate = next(rows.get(Cells.key(product, type, placement, segment)), estimate);
        }
        return new Estimate(expected, ratio, shown[row], kept[row], estimate, shown[row] + weight);
    }

    /** Whether an offer is not made any more because nobody ever cared for it. */
    public boolean isRetired(int product, int type, int placement) {
        return !retired.isEmpty() && retired.contains(Cells.key(product, type, placement, Cells.ANY_SEGMENT));
    }

    private double ratio(int placement, int source) {
        if (placement >= ratioOfPlacement.length) {
            return 1;
        }
        return source == UNKNOWN ? ratioOfPlacement[placement] : ratioOfSource[source * PLACEMENTS + placement];
    }

    /** Row 0 is empty: what was never shown. */
    private double next(int row, double prior) {
        return (kept[row] + weight * prior) / (shown[row] + weight);
    }

    /**
     * How likely an offer is taken, and how that is known.
     *
     * @param expected before any feedback
     * @param ratio by which such expectations come true from this source at this placement
     * @param shown how often it was seen there for this type
     * @param kept how often it was taken then
     * @param probability the estimate
     * @param weight how many views it is worth
     */
    public record Estimate(double expected, double ratio, int shown, int kept, double probability, double weight) {}
}
