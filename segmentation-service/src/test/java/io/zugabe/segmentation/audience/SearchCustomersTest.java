package io.zugabe.segmentation.audience;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.log.domain.Subject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchCustomersTest {

    private int looked;

    /** A long list of customers who all became somebody else. */
    private final Candidates candidates = new Candidates() {
        @Override
        public Uni<Page> page(KeyRange range, String after, String segmentId, int most) {
            looked += most;
            return Uni.createFrom().item(new Page(List.of(), Optional.of("c-%06d".formatted(looked))));
        }

        @Override
        public Uni<List<Candidate>> find(Collection<Subject> subjects) {
            throw new UnsupportedOperationException("nobody is looked up");
        }

        @Override
        public Uni<Long> estimate() {
            throw new UnsupportedOperationException("nobody counts");
        }
    };

    @Test
    void search_thatFindsNobody_looksAtSoManyForAPage_andGoesOnThere() {
        SearchCustomers.Found found = new SearchCustomers(candidates)
                .search(new SearchCustomers.Query("", "", List.of(), false), "", 50)
                .await()
                .atMost(Duration.ofMinutes(3));
        assertEquals(SearchCustomers.MOST_LOOKED_AT, looked);
        assertEquals(new SearchCustomers.Found(List.of(), "c-005000"), found);
    }
}
