package io.zugabe.segmentation.segment;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.domain.Features;
import io.zugabe.segmentation.repeating.Repeating;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Keeps the rules in memory up with what is in force, within a second. Rules are compiled over the features
 * that there are, so they are read again when there are others: traits become features while the service lives.
 */
@ApplicationScoped
public class FollowRules {

    private static final Logger LOG = Logger.getLogger(FollowRules.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Followed NOTHING = new Followed(-1, Features.STANDARD);

    private final RuleRevisions revisions;
    private final CurrentFeatures features;
    private final List<RuleFollower> followers;
    private final Event<RulesChanged> changed;
    private volatile Followed followed = NOTHING;
    private final Repeating polling = new Repeating("Following rules");

    public FollowRules(
            RuleRevisions revisions,
            CurrentFeatures features,
            @All List<RuleFollower> followers,
            Event<RulesChanged> changed) {
        this.revisions = revisions;
        this.features = features;
        this.followers = followers;
        this.changed = changed;
    }

    /** Before anything is assessed. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        catchUp().await().atMost(LONGEST_START);
        polling.every(PERIOD, this::poll);
    }

    void stop(@Observes ShutdownEvent event) {
        polling.stop();
    }

    /** Follows what is in force now; done when it counts in this replica. */
    public Uni<Void> catchUp() {
        return revisions.current().chain(this::follow);
    }

    private Uni<Void> poll() {
        return catchUp()
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("Rules could not be followed: %s; trying again", failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> follow(long revision) {
        Followed before = followed;
        if (revision > before.revision()) {
            return features.refresh().chain(() -> compile(revision));
        }
        return before.features() == features.now() ? Uni.createFrom().voidItem() : compile(revision);
    }

    private Uni<Void> compile(long revision) {
        Followed next = new Followed(revision, features.now());
        Uni<Void> all = Uni.createFrom().voidItem();
        for (RuleFollower follower : followers) {
            all = all.chain(() -> follower.follow(revision));
        }
        return all.invoke(() -> announce(next));
    }

    private void announce(Followed next) {
        if (take(next)) {
            changed.fire(new RulesChanged(next.revision()));
        }
    }

    /** Whether the rules are others than before. */
    private synchronized boolean take(Followed next) {
        long before = followed.revision();
        followed = next.revision() >= before ? next : followed;
        return next.revision() > before;
    }

    /** What the rules in memory were made from. */
    private record Followed(long revision, Features features) {}
}
