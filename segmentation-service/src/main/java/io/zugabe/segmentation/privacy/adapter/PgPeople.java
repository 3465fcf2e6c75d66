package io.zugabe.segmentation.privacy.adapter;

import io.smallrye.mutiny.Uni;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.privacy.People;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** People as identities say. */
@ApplicationScoped
class PgPeople implements People {

    @Override
    public Uni<Set<Subject>> same(Subject subject) {
        return Uni.createFrom().item(Set.of(subject));
    }
}
