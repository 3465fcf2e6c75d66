package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.ProfileRead;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Where reads are noted. */
public interface ReadLog {

    /** A read of one subject. */
    record Entry(ProfileRead read, Subject subject) {}

    /** A read in its place; places grow. */
    record Numbered(long number, ProfileRead read) {}

    /** Notes reads. */
    Uni<Void> append(Collection<Entry> entries);

    /** Reads of the subjects, each once, latest first; the sort key is the number, downwards. */
    Uni<List<Numbered>> list(Set<Subject> subjects, PageRequest page);

    /** Forgets reads before a time, so many at once; says how many. */
    Uni<Integer> forgetBefore(Instant time, int most);
}
