package io.zugabe.quickstart.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;

/** A JSON-LD document with schema.org's vocabulary, one node a line. */
final class SchemaGraph implements AutoCloseable {

    private final Writer out;
    private boolean begun;

    SchemaGraph(Writer out) throws IOException {
        this.out = out;
        out.write("{\"@context\":\"https://schema.org\",\"@graph\":[");
    }

    void write(ObjectNode node) throws IOException {
        out.write(begun ? ",\n" : "\n");
        begun = true;
        // JSON-LD is often put inside a page: nothing in it may end a script element
        out.write(node.toString().replace("</", "<\\/"));
    }

    @Override
    public void close() throws IOException {
        out.write("\n]}\n");
        out.close();
    }
}
