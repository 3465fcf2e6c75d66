package io.zugabe.catalog.relation.endpoint;

import com.google.rpc.Status;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.relation.UpsertRelations;
import io.zugabe.catalog.relation.domain.Relation;
import io.zugabe.catalog.v1.UpsertRelationsRequest;
import io.zugabe.catalog.v1.UpsertRelationsResponse;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batches of relations in which a bad one does not disturb the others. */
@Singleton
final class RelationBatches {

    private static final int LARGEST = 500;

    private final UpsertRelations upsertRelations;
    private final RelationReader reader;
    private final CatalogFeed feed;
    private final FailureTranslator failures;

    RelationBatches(
            UpsertRelations upsertRelations, RelationReader reader, CatalogFeed feed, FailureTranslator failures) {
        this.upsertRelations = upsertRelations;
        this.reader = reader;
        this.feed = feed;
        this.failures = failures;
    }

    /** Stores a batch; answers for each relation. */
    Uni<UpsertRelationsResponse> upsert(UpsertRelationsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("relations", request.getRelationsList(), 1, LARGEST);
        violations.throwIfAny();
        LiveCatalog catalog = feed.loadedCatalog();
        SelectorVocabulary vocabulary = new SelectorVocabulary(catalog.schema(), catalog.types());
        List<Relation> accepted = new ArrayList<>();
        UpsertRelationsResponse.Builder response = UpsertRelationsResponse.newBuilder();
        for (var message : request.getRelationsList()) {
            Violations found = Violations.ofRequest();
            Optional<Relation> relation = reader.read(message, vocabulary, catalog::listPrice, found);
            relation.ifPresent(accepted::add);
            response.addResults(
                    relation.isPresent()
                            ? Status.getDefaultInstance()
                            : failures.errors().toStatus(ZugabeException.invalid(found.found())));
        }
        return upsertRelations.upsert(accepted).replaceWith(response.build());
    }
}
