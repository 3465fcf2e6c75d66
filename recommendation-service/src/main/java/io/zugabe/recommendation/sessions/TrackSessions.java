package io.zugabe.recommendation.sessions;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.sessions.domain.Click;
import io.zugabe.recommendation.sessions.domain.Neighbourhood;
import io.zugabe.recommendation.sessions.domain.Session;
import io.zugabe.recommendation.sessions.domain.SessionIndex;
import io.zugabe.recommendation.upstream.Reached;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the index of sessions up to date with every run of events, on one thread of its own, and
 * publishes it at once. Decisions read the last published model and never wait.
 */
@Singleton
public class TrackSessions {

    private static final int LAST = 10_000;

    private final SessionModels models;
    private final ProductIds ids;
    private final SessionIndex index;
    private final ExecutorService tracker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sessions").daemon().factory());

    private @Nullable String[] idOf = new String[1];
    private Reached reached = Reached.NOTHING;

    public TrackSessions(SessionModels models, ProductIds ids, SessionsConfig config) {
        this.models = models;
        this.ids = ids;
        this.index = new SessionIndex(
                config.most(), Neighbourhood.USUAL.sample(), config.gap().toSeconds());
    }

    /**
     * Takes in a run of clicks; done when decisions see it. To take it in twice changes nothing.
     *
     * @param upTo the place of the log that is reached with it
     */
    public Uni<Void> take(ClickRun run, Reached upTo) {
        return onTracker(() -> {
            for (ClickRun.Clicked click : run.clicks()) {
                index.take(new Click(click.key(), click.owner(), numberOf(click.product()), click.time()));
            }
            run.erased().ifPresent(people -> index.forget(people.marks()));
            publish(upTo);
        });
    }

    /** Puts sessions back that were kept, in their order. */
    public Uni<Void> restore(List<KeptSession> sessions, Reached upTo) {
        return onTracker(() -> {
            for (KeptSession kept : sessions) {
                int[] products =
                        kept.products().stream().mapToInt(this::numberOf).toArray();
                index.restore(new Session(kept.number(), kept.key(), kept.owner(), kept.time(), products));
            }
            publish(upTo);
        });
    }

    /** Forgets all sessions. */
    public Uni<Void> forget(Reached upTo) {
        return onTracker(() -> {
            index.clear();
            publish(upTo);
        });
    }

    /** What has changed since the last call. */
    public Uni<SessionChanges> changes() {
        return Uni.createFrom().voidItem().emitOn(tracker).map(ignored -> {
            Map<Integer, List<KeptSession>> pages = new TreeMap<>();
            int firstPage = index.oldest() / SessionIndex.PAGE;
            for (int page : index.takeDirtyPages()) {
                if (page >= firstPage) {
                    pages.put(page, page(page));
                }
            }
            return new SessionChanges(pages, firstPage, reached);
        });
    }

    /** Changes could not be saved: they come again with the next ones. */
    public Uni<Void> notSaved(SessionChanges changes) {
        return onTracker(() -> changes.pages().keySet().forEach(index::markDirty));
    }

    /** After the last changes were saved. */
    void stop(@Observes @Priority(LAST) ShutdownEvent event) {
        tracker.shutdownNow();
    }

    private Uni<Void> onTracker(Runnable work) {
        return Uni.createFrom().voidItem().emitOn(tracker).invoke(work);
    }

    private void publish(Reached upTo) {
        reached = upTo;
        models.publish(index.publish(upTo.position()));
    }

    private List<KeptSession> page(int page) {
        List<KeptSession> sessions = new ArrayList<>();
        int end = Math.min(index.next(), (page + 1) * SessionIndex.PAGE);
        for (int number = Math.max(index.oldest(), page * SessionIndex.PAGE); number < end; number++) {
            Session session = index.session(number);
            List<String> products = new ArrayList<>();
            for (int product : session.products()) {
                String id = idOf[product];
                if (id != null) {
                    products.add(id);
                }
            }
            sessions.add(new KeptSession(number, session.key(), session.owner(), session.time(), products));
        }
        return sessions;
    }

    private int numberOf(String id) {
        int number = ids.numberOf(id);
        if (number >= idOf.length) {
            idOf = Arrays.copyOf(idOf, Math.max(number + 1, idOf.length * 3 / 2));
        }
        idOf[number] = id;
        return number;
    }
}
