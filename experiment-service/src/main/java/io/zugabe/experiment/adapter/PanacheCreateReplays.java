package io.zugabe.experiment.adapter;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zugabe.experiment.domain.Experiment;
import io.zugabe.experiment.lifecycle.CreateReplays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** First responses in PostgreSQL. */
@ApplicationScoped
class PanacheCreateReplays implements CreateReplays {

    @Override
    public Uni<Optional<Experiment>> claim(UUID requestId, Instant now, Instant forgetBefore) {
        return Panache.getSession()
                .call(session -> session.createNativeQuery("delete from create_replay where create_time < :before")
                        .setParameter("before", forgetBefore)
                        .executeUpdate())
                .flatMap(session -> take(session, requestId, now)
                        .flatMap(taken -> taken == 1
                                ? Uni.createFrom().item(Optional.<Experiment>empty())
                                : first(session, requestId)));
    }

    @Override
    public Uni<Void> remember(UUID requestId, Experiment response) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(
                                "update create_replay set experiment = :experiment where request_id = :id")
                        .setParameter("experiment", ExperimentJson.snapshot(response))
                        .setParameter("id", requestId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Waits for a concurrent call with the same id, whose uncommitted row conflicts. */
    private static Uni<Integer> take(Mutiny.Session session, UUID requestId, Instant now) {
        return session.createNativeQuery(
                        "insert into create_replay (request_id, create_time) values (:id, :now) on conflict do nothing")
                .setParameter("id", requestId)
                .setParameter("now", now)
                .executeUpdate();
    }

    private static Uni<Optional<Experiment>> first(Mutiny.Session session, UUID requestId) {
        return session.createNativeQuery("select experiment from create_replay where request_id = :id", String.class)
                .setParameter("id", requestId)
                .getSingleResult()
                .map(ExperimentJson::fromSnapshot)
                .map(Optional::of);
    }
}
