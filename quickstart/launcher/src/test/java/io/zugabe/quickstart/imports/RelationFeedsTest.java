package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zugabe.catalog.v1.Relation;
import io.zugabe.kit.test.Proves;
import io.zugabe.quickstart.imports.source.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relations in other people's words. */
@Proves("O3")
class RelationFeedsTest {

    @TempDir
    Path folder;

    @Test
    void googleRelatedProducts_becomeRelations() throws Exception {
        List<String> faults = new ArrayList<>();
        List<Relation> relations = read(
                "a.xml",
                "<rss><channel><item><g:id>LAMP</g:id>"
                        + related("required_part", "id", "AA")
                        + related("accessory", "gtin", "4006381333931")
                        + related("substitute", "id", "OTHER")
                        + related("friend", "id", "X")
                        + related("accessory", "sku", "X")
                        + "</item></channel></rss>",
                faults);
        assertEquals(
                List.of("google:required_part:LAMP:id:AA", "google:accessory:LAMP:gtin:4006381333931"),
                relations.stream().map(Relation::getRelationId).toList());
        assertEquals("LAMP", relations.getFirst().getAnchor().getProductId());
        assertEquals(0.9, relations.getFirst().getStrength());
        assertEquals("4006381333931", relations.getLast().getComplement().getGtin());
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().contains("relationship_type: \"friend\" must be part_of_set"), faults.getFirst());
        assertTrue(faults.getFirst().contains("identifier_type: \"sku\" must be id or gtin"), faults.getFirst());
    }

    @Test
    void schemaOrgLinks_becomeRelations_alsoByReference() throws Exception {
        List<String> faults = new ArrayList<>();
        List<Relation> relations = read("a.jsonld", """
                {"@context":"https://schema.org","@graph":[
                  {"@type":"Product","@id":"#ink","sku":"INK","isConsumableFor":{"@id":"#printer"}},
                  {"@type":"Product","@id":"#printer","productID":"PRINTER",
                   "isRelatedTo":[{"@type":"Product","sku":"PAPER"},{"@id":"#nowhere"}]},
                  {"@type":"Product","sku":"CASE","isAccessoryOrSparePartFor":[{"gtin13":"4006381333931"}]}
                ]}
                """, faults);
        assertEquals(
                List.of(
                        "schema:isConsumableFor:PRINTER:INK",
                        "schema:isRelatedTo:PRINTER:PAPER",
                        "schema:isAccessoryOrSparePartFor:gtin:4006381333931:CASE"),
                relations.stream().map(Relation::getRelationId).toList());
        assertEquals("PRINTER", relations.getFirst().getAnchor().getProductId());
        assertEquals("INK", relations.getFirst().getComplement().getProductId());
        assertEquals(1, faults.size());
        assertTrue(faults.getFirst().contains("\"#nowhere\" leads to no product"), faults.getFirst());
    }

    @Test
    void csvRelation_hasItsTerms() throws Exception {
        List<String> faults = new ArrayList<>();
        List<Relation> relations = read(
                "a.csv",
                "id,anchor.product,complement.product,kind,valid_until,condition,bundle\n"
                        + "b,A,B,bundle,2026-12-24T00:00:00Z,\"{\"\"months\"\":[11,12],\"\"regions\"\":[\"\"DE\"\"]}\","
                        + "\"{\"\"price\"\":\"\"9.00 EUR\"\",\"\"further\"\":[\"\"C\"\"]}\"\n",
                faults);
        assertEquals(List.of(), faults);
        Relation bundle = relations.getFirst();
        assertEquals(Relation.Kind.KIND_BUNDLE, bundle.getKind());
        assertEquals(9, bundle.getBundle().getPackagePrice().getUnits());
        assertEquals(List.of("C"), bundle.getBundle().getFurtherProductIdsList());
        assertEquals(List.of(11, 12), bundle.getCondition().getMonthsList());
    }

    private List<Relation> read(String name, String text, List<String> faults)
            throws IOException, InterruptedException {
        Path path = folder.resolve(name);
        Files.writeString(path, text);
        InputFile file = new InputFile(path);
        List<Relation> relations = new ArrayList<>();
        Path rejected = folder.resolve("rejected.tsv");
        try (ImportReport report = new ImportReport(rejected)) {
            Reading<Relation> reading = switch (file.format()) {
                case GOOGLE_XML, GOOGLE_TSV -> new GoogleRelations(file.format(), report);
                case SCHEMA_ORG -> SchemaRelations.of(file, report);
                case CSV, JSONL ->
                    new CuratedReading<>(
                            file.format(),
                            new UnknownKeys(UnknownKeys.OF_RELATIONS),
                            CatalogRecords::relation,
                            Relation::getRelationId);
            };
            new FileImport<>(file, reading, report).run(0, new Collected(relations), () -> {});
        }
        if (Files.exists(rejected)) {
            faults.add(Files.readString(rejected)
                    .replace("\t", ": ")
                    .replaceAll(": ([^:\n]*): (must|leads)", ": \"$1\" $2"));
        }
        return relations;
    }

    private static String related(String type, String identifierType, String identifier) {
        return "<g:related_product><g:relationship_type>%s</g:relationship_type><g:identifier_type>%s</g:identifier_type><g:identifier>%s</g:identifier></g:related_product>"
                .formatted(type, identifierType, identifier);
    }

    private record Collected(List<Relation> relations) implements Upload<Relation> {

        @Override
        public void add(long line, Relation relation) {
            relations.add(relation);
        }

        @Override
        public void close() {}
    }
}
