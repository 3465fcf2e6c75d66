package io.zugabe.bench.lensfun;

import io.zugabe.bench.lensfun.LensfunTables.LabelledPair;
import io.zugabe.catalog.v1.FitResult;
import io.zugabe.common.v1.FitLimit;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares the catalog's verdicts with lensfun's labels. Not for concurrent use. */
final class Score {

    private final Map<String, ? extends Set<String>> adapters;
    private int pairs;
    private int agree;
    private int falseFits;

    Score(Map<String, SortedSet<String>> adapters) {
        this.adapters = adapters;
    }

    int pairs() {
        return pairs;
    }

    /** Pairs whose verdict says what the label says. */
    int agree() {
        return agree;
    }

    /** Pairs that are said to fit better than they do. */
    int falseFits() {
        return falseFits;
    }

    /** Counts a verdict; true if it says what the label says. */
    boolean count(LabelledPair pair, FitResult result) {
        boolean agrees = agrees(pair, result);
        pairs++;
        agree += agrees ? 1 : 0;
        falseFits += isFalseFit(pair, result) ? 1 : 0;
        return agrees;
    }

    private boolean agrees(LabelledPair pair, FitResult result) {
        return switch (result.getVerdict()) {
            case VERDICT_FITS -> pair.label() == LensfunTables.Label.DIRECT;
            case VERDICT_FITS_WITH_LIMITS ->
                pair.label() == LensfunTables.Label.ADAPTER
                        && result.getLimitsList().stream().allMatch(limit -> namesAdapter(pair, limit));
            case VERDICT_DOES_NOT_FIT, VERDICT_UNKNOWN -> pair.label() == LensfunTables.Label.NONE;
            case VERDICT_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }

    private static boolean isFalseFit(LabelledPair pair, FitResult result) {
        return switch (result.getVerdict()) {
            case VERDICT_FITS -> pair.label() != LensfunTables.Label.DIRECT;
            case VERDICT_FITS_WITH_LIMITS -> pair.label() == LensfunTables.Label.NONE;
            case VERDICT_DOES_NOT_FIT, VERDICT_UNKNOWN, VERDICT_UNSPECIFIED, UNRECOGNIZED -> false;
        };
    }

    /** It must name an adapter that exists: from a mount of the lens to the mount of the camera. */
    private boolean namesAdapter(LabelledPair pair, FitLimit limit) {
        Set<String> adaptable =
                adapters.containsKey(pair.cameraMount()) ? adapters.get(pair.cameraMount()) : new TreeSet<>();
        return limit.getNeeded().equals(pair.cameraMount())
                && pair.lensMounts().contains(limit.getGot())
                && adaptable.contains(limit.getGot())
                && limit.getSentence().getTextsMap().values().stream()
                        .allMatch(text -> text.contains(limit.getGot()) && text.contains(limit.getNeeded()));
    }
}
