package io.zugabe.segmentation.profile;

import io.zugabe.segmentation.identity.domain.Edge;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run of the log adds: to profiles, and to who is the same person. */
final class RunOfEvents {

    private final Map<Subject, VersionedProfile> additions = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Set<Subject> pressing = new HashSet<>();

    void add(CustomerEvent event, long position) {
        Subject subject = event.subject();
        if (event.what() instanceof Happening.SubjectsErased) {
            return;
        }
        Edge.statedBy(event).ifPresent(edges::add);
        if (presses(event.what())) {
            pressing.add(subject);
        }
        VersionedProfile before = additions.get(subject);
        Profile profile = before == null ? Profile.empty(subject, Limits.STANDARD) : before.profile();
        additions.put(subject, new VersionedProfile(profile.with(event), position));
    }

    private static boolean presses(Happening what) {
        return what instanceof Happening.CaseOpened
                || what instanceof Happening.CaseResolved
                || what instanceof Happening.ConsentChanged
                || what instanceof Happening.OfferDismissed;
    }

    /** By subject, what was added, with the position of the last event. */
    Map<Subject, VersionedProfile> additions() {
        return additions;
    }

    /** Statements about who is the same person. */
    List<Edge> edges() {
        return edges;
    }

    /** Those of whom something changed that must count at once: cases, consent, dismissals. */
    Set<Subject> pressing() {
        return pressing;
    }
}
