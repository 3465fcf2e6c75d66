package io.zugabe.catalog.rule.endpoint;

import com.google.rpc.Status;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.fit.domain.MakerStatement;
import io.zugabe.catalog.fit.domain.SelectorVocabulary;
import io.zugabe.catalog.live.CatalogFeed;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.statement.UpsertMakerStatements;
import io.zugabe.catalog.v1.UpsertMakerStatementsRequest;
import io.zugabe.catalog.v1.UpsertMakerStatementsResponse;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batches of maker statements in which a bad one does not disturb the others. */
@Singleton
final class StatementBatches {

    private static final int LARGEST_BATCH = 500;

    private final UpsertMakerStatements upsertMakerStatements;
    private final CatalogFeed feed;
    private final FailureTranslator failures;

    StatementBatches(UpsertMakerStatements upsertMakerStatements, CatalogFeed feed, FailureTranslator failures) {
        this.upsertMakerStatements = upsertMakerStatements;
        this.feed = feed;
        this.failures = failures;
    }

    /** Stores a batch; answers for each statement. */
    Uni<UpsertMakerStatementsResponse> upsert(UpsertMakerStatementsRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("statements", request.getStatementsList(), 1, LARGEST_BATCH);
        violations.throwIfAny();
        LiveCatalog catalog = feed.loadedCatalog();
        SelectorVocabulary vocabulary = new SelectorVocabulary(catalog.schema(), catalog.types());
        List<MakerStatement> accepted = new ArrayList<>();
        UpsertMakerStatementsResponse.Builder response = UpsertMakerStatementsResponse.newBuilder();
        for (var message : request.getStatementsList()) {
            Violations found = Violations.ofRequest();
            Optional<MakerStatement> statement = StatementReader.read(message, vocabulary, found);
            statement.ifPresent(accepted::add);
            response.addResults(
                    statement.isPresent()
                            ? Status.getDefaultInstance()
                            : failures.errors().toStatus(ZugabeException.invalid(found.found())));
        }
        return upsertMakerStatements.upsert(accepted, TypeCalls.caller()).replaceWith(response.build());
    }
}
