package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles put together with everybody who is the same person. */
public interface ProfileGroups {

    /** By whom was asked for, the profile that is served for them; without those of whom nothing is known. */
    Uni<Map<Subject, ServedProfile>> load(Collection<Subject> subjects);

    /**
     * Goes through those who stand for themselves, in the order of their keys.
     *
     * @param key looks at subjects with keys in (key, ∞); empty for all
     * @param most looks at so many at most
     */
    Uni<Page> after(String key, int most);

    /**
     * A run of the profiles.
     *
     * @param lastKey the last key that was looked at; empty if there was none left
     */
    record Page(List<ServedProfile> profiles, Optional<String> lastKey) {}
}
