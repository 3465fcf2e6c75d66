package io.zugabe.quickstart.imports;

import io.grpc.Channel;
import io.zugabe.catalog.v1.BatchGetProductsRequest;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;

/**
 * Brings a file into the catalog. An import of products or offers that was interrupted goes on behind
 * the last batch that was acknowledged, if the catalog still has what that run stored.
 */
final class CatalogImport {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Channel catalog;
    private final InputFile file;
    private final ImportReport report;
    private final Retry retry;

    CatalogImport(Channel catalog, InputFile file, ImportReport report) {
        this.catalog = catalog;
        this.file = file;
        this.report = report;
        this.retry = Retry.of(catalog);
    }

    /**
     * Products.
     *
     * @param keepUnreadable whether the catalog keeps values that it cannot read, as text and flagged
     * @param now decides whether a sale price holds
     */
    void products(Mapping mapping, boolean keepUnreadable, Instant now, Checkpoint checkpoint)
            throws IOException, InterruptedException {
        refuse("products", Format.SCHEMA_ORG);
        Reading<io.zugabe.catalog.v1.Product> reading =
                ProductReading.of(file, mapping, now).noting(DeclaredTypes.of(catalog));
        long resumeAfter = resumeLine(checkpoint);
        run("products", reading, resumeAfter, new ProductUpload(catalog, report, keepUnreadable, checkpoint::reached));
        checkpoint.delete();
    }

    /** Changed prices, costs, stocks and sales. */
    void offers(Mapping mapping, Checkpoint checkpoint) throws IOException, InterruptedException {
        refuse("offers", Format.SCHEMA_ORG, Format.GOOGLE_XML);
        Reading<OfferPatch> reading = OfferReading.of(file, mapping);
        long resumeAfter = resumeLine(checkpoint);
        run("offers", reading, resumeAfter, new OfferUpload(catalog, report, checkpoint::reached));
        checkpoint.delete();
    }

    /** Relations. */
    void relations() throws IOException, InterruptedException {
        Reading<Relation> reading = switch (file.format()) {
            case JSONL, CSV ->
                new CuratedReading<>(
                        file.format(),
                        new UnknownKeys(UnknownKeys.OF_RELATIONS),
                        CatalogRecords::relation,
                        Relation::getRelationId);
            case GOOGLE_TSV, GOOGLE_XML -> new GoogleRelations(file.format(), report);
            case SCHEMA_ORG -> SchemaRelations.of(file, report);
        };
        run(
                "relations",
                reading,
                0,
                new CuratedUpload<>(CuratedCalls.relations(catalog), Relation::getRelationId, report, retry));
    }

    /** What makers state. */
    void statements() throws IOException, InterruptedException {
        refuse("statements", Format.SCHEMA_ORG, Format.GOOGLE_XML, Format.GOOGLE_TSV, Format.CSV);
        run(
                "statements",
                new CuratedReading<>(
                        file.format(),
                        new UnknownKeys(UnknownKeys.OF_STATEMENTS),
                        CatalogRecords::statement,
                        MakerStatement::getStatementId),
                0,
                new CuratedUpload<>(CuratedCalls.statements(catalog), MakerStatement::getStatementId, report, retry));
    }

    private <T> void run(String task, Reading<T> reading, long resumeAfter, Upload<T> upload)
            throws IOException, InterruptedException {
        try (ProgressBar bar = Progress.bytes(task, file)) {
            new FileImport<>(file, reading, report).run(resumeAfter, upload, Progress.step(bar, file, report));
            bar.stepTo(file.bytesRead());
        }
    }

    private void refuse(String kind, Format... formats) {
        for (Format format : formats) {
            if (file.format() == format) {
                throw new RejectedRecord("--format", kind + " cannot be imported from " + format.label());
            }
        }
    }

    /** The catalog may be another one than the interrupted run's, or have been emptied. */
    private long resumeLine(Checkpoint checkpoint) throws InterruptedException {
        Checkpoint.Reached reached = checkpoint.read();
        if (reached.witness().isEmpty()) {
            return 0;
        }
        boolean there = retry.call(() -> CatalogServiceGrpc.newBlockingStub(catalog)
                        .withDeadlineAfter(DEADLINE)
                        .batchGetProducts(BatchGetProductsRequest.newBuilder()
                                .addProductIds(reached.witness())
                                .build())
                        .getProductsCount())
                == 1;
        return there ? reached.line() : 0;
    }
}
