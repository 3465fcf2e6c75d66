package io.zugabe.segmentation.privacy;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.assessment.ProfileCache;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.domain.Erasure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Erases a person. First the database, in one transaction; then Redis; then the log says that it
 * happened. Whatever of it fails, {@link FinishErasures} does again until it is done.
 */
@ApplicationScoped
public class EraseCustomer {

    private final ErasureStore store;
    private final ProfileCache cache;
    private final AnnounceErasure announceErasure;

    public EraseCustomer(ErasureStore store, ProfileCache cache, AnnounceErasure announceErasure) {
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
                        .orElseGet(() -> eraseNow(subject, id, actor)));
    }

    private Uni<Erasure> eraseNow(Subject subject, UUID id, String actor) {
        return store.erase(id, subject, actor)
                .call(erased -> cache.remove(erased.person()))
                .call(erased -> erased.person().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : announceErasure.announce(id, erased.person()))
                .map(ErasureStore.Erased::erasure);
    }
}
