package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.audience.domain.Trait;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Finds customers by what is known of them; looks at a bounded number for a page. */
@ApplicationScoped
public class SearchCustomers {

    /** Looked at for a page, at most. */
    static final int MOST_LOOKED_AT = 5_000;

    private static final int PAGE = 500;

    private final Candidates candidates;

    SearchCustomers(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * What is searched for.
     *
     * @param idPrefix empty for all
     * @param segmentId empty for all
     * @param traits all of them must hold
     * @param visitors whether visitors too
     */
    public record Query(String idPrefix, String segmentId, List<Trait> traits, boolean visitors) {
        public Query {
            traits = List.copyOf(traits);
        }
    }

    /**
     * A page.
     *
     * @param next where the next page begins; empty if there is none
     */
    public record Found(List<Candidate> candidates, String next) {}

    /**
     * Searches.
     *
     * @param after key of the last customer of the page before; empty for the first
     * @param most customers of the page
     */
    public Uni<Found> search(Query query, String after, int most) {
        return new Search(query, most, after).next();
    }

    private final class Search {

        private final Query query;
        private final int most;
        private final List<KeyRange> ranges;
        private final List<Candidate> found = new ArrayList<>();
        private String after;
        private int range;
        private int looked;

        Search(Query query, int most, String after) {
            this.query = query;
            this.most = most;
            this.after = after;
            this.ranges = KeyRange.of(query.idPrefix(), query.visitors()).stream()
                    .filter(each -> after.compareTo(each.before()) < 0)
                    .toList();
        }

        Uni<Found> next() {
            if (range == ranges.size()) {
                return Uni.createFrom().item(new Found(found, ""));
            }
            if (looked >= MOST_LOOKED_AT) {
                return Uni.createFrom().item(new Found(found, after));
            }
            return candidates
                    .page(ranges.get(range), after, query.segmentId(), PAGE)
                    .chain(this::take);
        }

        private Uni<Found> take(Candidates.Page page) {
            for (Candidate candidate : page.candidates()) {
                if (query.traits().stream().allMatch(trait -> trait.holds(candidate))) {
                    if (found.size() == most) {
                        return Uni.createFrom()
                                .item(new Found(found, found.getLast().subject().key()));
                    }
                    found.add(candidate);
                }
            }
            looked += PAGE;
            page.lastKey().ifPresentOrElse(key -> after = key, () -> range++);
            return next();
        }
    }
}
