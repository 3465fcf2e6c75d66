package io.zugabe.quickstart.imports;

import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.quickstart.imports.mapping.MappedColumns;
import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.mapping.RecordReading;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.InputRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads changed offers. Of a mapping only what concerns offers counts, so that the one for products will do. */
final class OfferReading implements Reading<OfferPatch> {

    private static final Set<String> FIELDS = Set.of("id", "price", "cost", "stock", "units_sold", "units_sold_30d");

    private final RecordReading records;

    private OfferReading(RecordReading records) {
        this.records = records;
    }

    /** The reading of a file. */
    static OfferReading of(InputFile file, Mapping mapping) throws IOException {
        // tab-separated offers are rows like any others: Google has no feed of offers alone
        Format format = file.format() == Format.GOOGLE_TSV ? Format.CSV : file.format();
        Mapping ofOffers = mapping.only(FIELDS);
        MappedColumns.check(ofOffers, file, format);
        return new OfferReading(new RecordReading(format, ofOffers, Instant.EPOCH));
    }

    @Override
    public List<OfferPatch> read(InputRecord record, Consumer<Fault> faults) {
        var offer = records.product(record.require());
        CleanText.check(offer);
        return List.of(CatalogRecords.offer(offer));
    }

    @Override
    public String idOf(InputRecord record) {
        return records.id(record.content());
    }

    @Override
    public String id(OfferPatch patch) {
        return "";
    }
}
