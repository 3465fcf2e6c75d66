package io.zugabe.segmentation.audience;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.audience.domain.Candidate;
import io.zugabe.segmentation.audience.domain.KeyRange;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Customers in memory; counts the pages read. */
final class InMemoryCandidates implements Candidates {

    private final TreeMap<String, Candidate> byKey = new TreeMap<>();
    private int pages;

    void put(Candidate candidate) {
        byKey.put(candidate.subject().key(), candidate);
    }

    void remove(String key) {
        byKey.remove(key);
    }

    int pages() {
        return pages;
    }

    @Override
    public Uni<Page> page(KeyRange range, String after, String segmentId, int most) {
        pages++;
        List<Candidate> page = byKey.tailMap(after, false).values().stream()
                .filter(each -> each.subject().key().compareTo(range.from()) >= 0)
                .filter(each -> each.subject().key().compareTo(range.before()) < 0)
                .filter(each -> segmentId.isEmpty() || each.segments().contains(segmentId))
                .limit(most)
                .toList();
        Optional<String> last = page.isEmpty()
                ? Optional.empty()
                : Optional.of(page.getLast().subject().key());
        return Uni.createFrom().item(new Page(page, last));
    }

    @Override
    public Uni<List<Candidate>> find(Collection<Subject> subjects) {
        return Uni.createFrom()
                .item(byKey.values().stream()
                        .filter(each -> subjects.contains(each.subject()))
                        .toList());
    }

    @Override
    public Uni<Long> estimate() {
        return Uni.createFrom().item((long) byKey.size());
    }
}
