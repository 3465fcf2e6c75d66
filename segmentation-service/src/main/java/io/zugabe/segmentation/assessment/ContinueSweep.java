package io.zugabe.segmentation.assessment;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.segment.FollowRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the sweep over all profiles, part by part: one begins when it is asked for, and a day after
 * the last one began. One replica does it.
 */
@ApplicationScoped
public class ContinueSweep {

    /** So often a replica looks whether a sweep is asked for while there is none. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Sweeps sweeps;
    private final FollowRules followRules;
    private final Clock clock;
    private final Duration period;
    private Instant nextLook = Instant.MIN;
    private @Nullable Part part;

    public ContinueSweep(
            Sweeps sweeps,
            FollowRules followRules,
            Clock clock,
            @ConfigProperty(name = "zugabe.assessment.sweep-period") Duration period) {
        this.sweeps = sweeps;
        this.followRules = followRules;
        this.clock = clock;
        this.period = period;
    }

    private record Part(Sweep sweep, List<Subject> subjects) {}

    /** The next subjects to assess; none if no sweep is due. */
    Uni<List<Subject>> next(int most) {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return Uni.createFrom().item(List.of());
        }
        return sweeps.read().chain(sweep -> {
            if (sweep.due(now, period)) {
                return sweeps.begin(sweep).chain(sweeps::read).chain(begun -> part(begun, most));
            }
            if (!sweep.running()) {
                return none();
            }
            return part(sweep, most);
        });
    }

    /** Rules were in force before the sweep for them was asked for: followed now, they count in each of its parts. */
    private Uni<List<Subject>> part(Sweep sweep, int most) {
        return followRules
                .catchUp()
                .chain(() -> sweeps.claim(sweep))
                .chain(claimed -> claimed ? nextOf(sweep, most) : none());
    }

    private Uni<List<Subject>> nextOf(Sweep sweep, int most) {
        return sweeps.next(sweep, most).call(subjects -> {
            part = new Part(sweep, subjects);
            return subjects.isEmpty() ? sweeps.end(sweep) : Uni.createFrom().voidItem();
        });
    }

    private Uni<List<Subject>> none() {
        nextLook = clock.instant().plus(LOOK);
        return Uni.createFrom().item(List.of());
    }

    /** The subjects handed out were assessed. */
    Uni<Void> done() {
        Part done = part;
        part = null;
        return done == null || done.subjects().isEmpty()
                ? Uni.createFrom().voidItem()
                : sweeps.advance(done.sweep(), done.subjects());
    }
}
