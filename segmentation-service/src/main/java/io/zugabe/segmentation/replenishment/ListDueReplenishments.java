package io.zugabe.segmentation.replenishment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.zugabe.segmentation.assessment.ProfileGroups;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.replenishment.domain.DueCustomer;
import io.zugabe.segmentation.replenishment.domain.DuePlace;
import io.zugabe.segmentation.replenishment.domain.DueWindow;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists who will need something again. What was found out at the last sweep is compared with the profiles of
 * whole persons as they are now: whoever has bought since, has become somebody else's, or is not known any more,
 * is left out.
 */
@ApplicationScoped
public class ListDueReplenishments {

    private static final int PAGE = 500;

    /** A purchase since moves the time by more, unless it came within the hour after the one before. */
    private static final Duration SAME = Duration.ofHours(1);

    private final DueStore store;
    private final ProfileGroups profiles;
    private final Replenishments replenishments;
    private final Clock clock;

    public ListDueReplenishments(DueStore store, ProfileGroups profiles, Replenishments replenishments, Clock clock) {
        this.store = store;
        this.profiles = profiles;
        this.replenishments = replenishments;
        this.clock = clock;
    }

    /**
     * Those due in a window, soonest first.
     *
     * @param after beginning behind this place
     * @param limit at most so many, those counted that are left out
     */
    public Multi<Found> list(DueWindow window, DuePlace after, int limit) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Walk(after, limit), walk -> next(window, walk))
                .whilst(page -> page.walk().left > 0 && page.due().size() == PAGE)
                .filter(page -> !page.due().isEmpty())
                .onItem()
                .transformToUniAndConcatenate(page -> stillDue(page.due()));
    }

    /**
     * A part of the list.
     *
     * @param due in the order of the list; may be empty if all have bought since
     * @param reached how far the list is
     */
    public record Found(List<DueCustomer> due, DuePlace reached) {}

    private Uni<Found> stillDue(List<DueCustomer> due) {
        Set<Subject> customers = new LinkedHashSet<>();
        due.forEach(each -> customers.add(Subject.customer(each.customer())));
        DuePlace reached = DuePlace.of(due.getLast());
        return profiles.load(customers)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(found -> new Found(stillDue(due, found), reached));
    }

    private List<DueCustomer> stillDue(List<DueCustomer> due, Map<Subject, ServedProfile> found) {
        Instant now = clock.instant();
        return due.stream()
                .filter(each -> {
                    Subject customer = Subject.customer(each.customer());
                    ServedProfile served = found.get(customer);
                    return served != null
                            && served.subject().equals(customer)
                            && stillDue(each.replenishment(), served.profile(), now);
                })
                .toList();
    }

    private boolean stillDue(Replenishment known, Profile profile, Instant now) {
        return replenishments
                .due(profile, known.product(), now)
                .filter(current -> Duration.between(known.due(), current.due()).compareTo(SAME) <= 0)
                .isPresent();
    }

    private Uni<Page> next(DueWindow window, Walk walk) {
        return store.read(window, walk.place, Math.min(PAGE, walk.left)).map(walk::on);
    }

    private record Page(List<DueCustomer> due, Walk walk) {}

    /** How far a list is. */
    private static final class Walk {
        private DuePlace place;
        private int left;

        private Walk(DuePlace place, int left) {
            this.place = place;
            this.left = left;
        }

        private Page on(List<DueCustomer> due) {
            left -= due.size();
            place = due.isEmpty() ? place : DuePlace.of(due.getLast());
            return new Page(due, this);
        }
    }
}
