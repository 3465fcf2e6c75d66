package io.zugabe.quickstart.exports;

import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.io.Writer;

/** What makers state, as JSON Lines or in schema.org's words. */
final class StatementsExport {

    private final CatalogPages pages;
    private long written;
    private long leftOut;

    StatementsExport(CatalogPages pages) {
        this.pages = pages;
    }

    /** Statements that the format has no words for. */
    long leftOut() {
        return leftOut;
    }

    /** Writes all statements and returns how many, or, in schema.org's words, how many links. */
    long write(Format format, Writer out) throws IOException, InterruptedException {
        switch (format) {
            case JSONL ->
                pages.statements(statement -> {
                    written++;
                    out.write(CatalogRecord.statement(statement).toString());
                    out.write('\n');
                });
            case SCHEMA_ORG -> {
                SchemaLinks links = new SchemaLinks(pages);
                written = links.writeLists(out);
                leftOut = links.leftOut();
            }
            case CSV, GOOGLE_TSV, GOOGLE_XML ->
                throw new RejectedRecord("--format", "statements are exported as jsonl or schema-org");
        }
        return written;
    }
}
