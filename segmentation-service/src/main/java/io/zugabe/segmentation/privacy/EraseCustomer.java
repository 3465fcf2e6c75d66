package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Erases a person. First the database, in one transaction; then Redis; then the log says that it
 * happened. Whatever of it fails, {@link FinishErasures} does again until it is done.
 */
@ApplicationScoped
public class EraseCustomer {

    private final People people;
    private final ErasureStore store;
    private final ProfileCache cache;
    private final AnnounceErasure announceErasure;

    public EraseCustomer(People people, ErasureStore store, ProfileCache cache, AnnounceErasure announceErasure) {
        this.people = people;
        this.store = store;
        this.cache = cache;
        this.announceErasure = announceErasure;
    }

    /**
     * Erases everybody who is the same person as the subject.
     *
     * @param id names the erasure; one that is there already is not done again
     * @param actor who asked
     */
    public Uni<Erasure> erase(Subject subject, UUID id, String actor) {
        return store.find(id)
                .chain(known -> known.map(erasure -> Uni.createFrom().item(erasure))
                        .orElseGet(() -> people.same(subject).chain(person -> erase(person, id, actor))));
    }

    private Uni<Erasure> erase(Set<Subject> person, UUID id, String actor) {
        return store.erase(id, person, actor)
                .call(erasure -> cache.remove(person))
                .call(erasure -> announceErasure.announce(id, person));
    }
}
