package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.v1.Product;
import io.zugabe.quickstart.imports.mapping.MappedColumns;
import io.zugabe.quickstart.imports.mapping.Mapping;
import io.zugabe.quickstart.imports.mapping.RecordReading;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.InputRecord;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads products of any format, with the groups that {@code variant_of} leads to. */
final class ProductReading implements Reading<Product> {

    private static final int LARGEST = 3 * 1024 * 1024;

    private final RecordReading records;
    private final @Nullable VariantChains chains;
    private final @Nullable UnknownKeys keys;
    private final DeclaredTypes types;

    private ProductReading(
            RecordReading records, @Nullable VariantChains chains, @Nullable UnknownKeys keys, DeclaredTypes types) {
        this.records = records;
        this.chains = chains;
        this.keys = keys;
        this.types = types;
    }

    /**
     * The reading of a file. Where variants name their product, the whole file is read once to know them.
     *
     * @param now decides whether a sale price holds
     */
    static ProductReading of(InputFile file, Mapping mapping, Instant now) throws IOException {
        MappedColumns.check(mapping, file, file.format());
        RecordReading records = new RecordReading(file.format(), mapping, now);
        boolean mayChain = mapping.fills("variant_of")
                || ((file.format() == Format.JSONL || file.format() == Format.CSV) && file.mentions("variant_of"));
        boolean asImported = file.format() == Format.JSONL && mapping.isEmpty();
        return new ProductReading(
                records,
                mayChain ? chains(file, records) : null,
                asImported ? new UnknownKeys(UnknownKeys.OF_PRODUCTS) : null,
                DeclaredTypes.NONE);
    }

    /** This, telling also of types and attributes that nobody declares. */
    ProductReading noting(DeclaredTypes declared) {
        return new ProductReading(records, chains, keys, declared);
    }

    @Override
    public List<String> remarks(InputRecord record, Product product) {
        List<String> remarks = new ArrayList<>(types.remarks(product));
        if (keys != null) {
            remarks.addAll(keys.in(record.require()));
        }
        return remarks;
    }

    @Override
    public List<Product> read(InputRecord record, Consumer<Fault> faults) {
        JsonNode read = records.product(record.require());
        CleanText.check(read);
        Product product = CatalogRecords.product(chains == null ? read : chains.resolve(record.line(), read));
        if (product.getSerializedSize() > LARGEST) {
            throw new RejectedRecord("line", "is a product of more than 3 MiB");
        }
        return List.of(product);
    }

    @Override
    public String idOf(InputRecord record) {
        return records.id(record.content());
    }

    @Override
    public String id(Product product) {
        return product.getProductId();
    }

    private static VariantChains chains(InputFile file, RecordReading reading) throws IOException {
        VariantChains chains = new VariantChains();
        try (Stream<InputRecord> records = file.records()) {
            Iterator<InputRecord> source = records.iterator();
            while (source.hasNext()) {
                take(source.next(), reading, chains);
            }
        } catch (UncheckedIOException e) {
            // told when the import itself comes to this place
            return chains;
        }
        return chains;
    }

    private static void take(InputRecord record, RecordReading reading, VariantChains chains) {
        if (record.content() == null) {
            return;
        }
        try {
            chains.take(record.line(), reading.product(record.require()));
        } catch (RejectedRecord e) {
            // told when the record's turn comes; a rejected record joins nothing
            return;
        }
    }
}
