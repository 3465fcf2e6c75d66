package io.zugabe.segmentation.assessment.domain;

import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Profile;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a customer with everybody who is the same person, and the assessment made of it.
 *
 * @param profile of the canonical subject
 * @param version position of the latest change: of the last event in it, or of who belongs to it
 * @param others who belong to it, sorted by key, without the canonical subject
 * @param assessment the API's Assessment, which may be of an earlier version; null before the first; read
 *     only, never consumed
 * @param assessmentRevision of the assessment; 0 before the first
 */
public record ServedProfile(
        Profile profile,
        long version,
        List<Subject> others,
        @Nullable ByteBuffer assessment,
        long assessmentRevision) {

    /**
     * Orders writes to caches: of two, the higher one has seen at least as much. Revisions are above all
     * positions, so a profile that was never assessed yields to one that was.
     */
    public long revision() {
        return Math.max(version, assessmentRevision);
    }

    /** Who stands for it. */
    public Subject subject() {
        return profile.subject();
    }

    /** Each person once: of those who were asked for, several may be the same. */
    public static Collection<ServedProfile> persons(Collection<ServedProfile> found) {
        Map<Subject, ServedProfile> persons = new LinkedHashMap<>();
        found.forEach(profile -> persons.put(profile.subject(), profile));
        return persons.values();
    }

    /** With an assessment made of it. */
    public ServedProfile with(Assessed assessed) {
        return new ServedProfile(profile, version, others, assessed.message(), assessed.revision());
    }
}
