package io.zugabe.catalog.fit;

import io.zugabe.catalog.dispute.domain.Dispute;
import io.zugabe.catalog.fit.domain.Verdict;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.live.domain.FitPlaces;
import io.zugabe.catalog.live.domain.LiveCatalog;
import jakarta.inject.Singleton;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers for pairs of products whether they go together. */
@Singleton
public final class CheckFit {

    /** Of a product that the catalog does not know. */
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final CatalogFeed feed;

    CheckFit(CatalogFeed feed) {
        this.feed = feed;
    }

    /**
     * One answer per pair, anchor by anchor, candidates in their order.
     *
     * @param why whether evidence is wanted
     */
    public List<PairAnswer> check(List<String> anchors, List<String> candidates, boolean why) {
        Check check = new Check(feed.loadedCatalog(), candidates);
        List<PairAnswer> answers = new ArrayList<>(anchors.size() * candidates.size());
        for (String anchor : anchors) {
            if (why) {
                check.explain(anchor, answers);
            } else {
                check.judge(anchor, answers);
            }
        }
        return answers;
    }

    /**
     * What is asked against each anchor. Products that are asked together lie anywhere in memory: each step goes through all
     * of them before the next, so that the processor waits for many at once.
     */
    private static final class Check {

        private final LiveCatalog catalog;
        private final FitPlaces places;
        private final List<String> ids;
        private final @Nullable CatalogEntry[] entries;
        private final int[] ordinals;

        Check(LiveCatalog catalog, List<String> candidates) {
            this.catalog = catalog;
            this.places = catalog.fitPlaces();
            this.ids = List.copyOf(candidates);
            this.entries = new CatalogEntry[candidates.size()];
            this.ordinals = new int[candidates.size()];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = catalog.product(ids.get(i)).orElse(null);
            }
            for (int i = 0; i < entries.length; i++) {
                ordinals[i] = ordinal(entries[i]);
            }
        }

        private static int ordinal(@Nullable CatalogEntry entry) {
            return entry == null ? NOWHERE : entry.ordinal();
        }

        void explain(String anchor, List<PairAnswer> answers) {
            Optional<CatalogEntry> entry = catalog.product(anchor);
            for (int i = 0; i < entries.length; i++) {
                answers.add(inFull(anchor, entry, i));
            }
        }

        /** Looks no further where the verdict says all that is asked for. */
        void judge(String anchor, List<PairAnswer> answers) {
            Optional<CatalogEntry> entry = catalog.product(anchor);
            int ordinal = ordinal(entry.orElse(null));
            @Nullable Verdict[] verdicts = new Verdict[ordinals.length];
            for (int i = 0; i < verdicts.length; i++) {
                verdicts[i] = places.verdict(ordinal, ordinals[i]);
            }
            VarHandle.loadLoadFence();
            boolean anchorStays = stays(entry.orElse(null));
            Map<String, Dispute> blocked = catalog.disputes().blocking(anchor);
            for (int i = 0; i < verdicts.length; i++) {
                Verdict verdict = verdicts[i];
                boolean complete = verdict == Verdict.FITS || verdict == Verdict.DOES_NOT_FIT;
                boolean certain = anchorStays && stays(entries[i]);
                answers.add(
                        complete && certain && !blocked.containsKey(ids.get(i))
                                ? new PairAnswer.Judged(anchor, ids.get(i), verdict)
                                : inFull(anchor, entry, i));
            }
        }

        /** A number that another product has by now says nothing of this one. */
        private boolean stays(@Nullable CatalogEntry entry) {
            return entry != null && catalog.productAt(entry.ordinal()) == entry;
        }

        private PairAnswer inFull(String anchor, Optional<CatalogEntry> entry, int candidate) {
            return PairAnswer.of(
                    places.table(),
                    catalog.disputes(),
                    anchor,
                    entry,
                    ids.get(candidate),
                    Optional.ofNullable(entries[candidate]));
        }
    }
}
