package io.zugabe.quickstart.imports.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.quickstart.imports.source.Format;
import io.zugabe.quickstart.imports.source.InputFile;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void csv_columnsBecomeFieldsAndAttributes() throws IOException {
        Mapping mapping = MappingFile.of("""
                language: de
                currency: EUR
                separator: ";"
                ignore: [Lagerplatz]
                fields:
                  id: Artikelnummer
                  name: Bezeichnung
                  price: {from: Preis, decimal: ","}
                  category: {from: Warengruppe, split: "/"}
                  type: {from: Art, values: {Kamera: camera_body, Akku: camera_battery}, otherwise: reject}
                  consumable: {constant: false}
                attributes:
                  mount: {from: Bajonett, values: {RF: Canon RF}}
                  battery_models: {from: Akkus, split: "|"}
                  charge_power: {from: Ladeleistung, append: " W", decimal: ","}
                """);
        Path file = folder.resolve("a.csv");
        Files.writeString(file, """
                Artikelnummer;Bezeichnung;Preis;Warengruppe;Art;Bajonett;Akkus;Ladeleistung;Lagerplatz
                A1;Gehäuse;1.299,50;Foto / Kameras;Kamera;RF;LP-E6 | LP-E6N;4,5;R7
                A2;Ding;1;X;Kabel;;;;
                """);
        List<JsonNode> rows = new InputFile(file, null, "", mapping.separator())
                .records()
                .map(record -> record.require())
                .toList();
        RecordReading reading = new RecordReading(Format.CSV, mapping, NOW);
        JsonNode product = reading.product(rows.getFirst());
        assertEquals(
                json("{'id':'A1','name':{'de':'Gehäuse'},'price':'1299.50 EUR','category':['Foto','Kameras'],"
                        + "'type':'camera_body','consumable':false,'attributes':{'mount':'Canon RF',"
                        + "'battery_models':['LP-E6','LP-E6N'],'charge_power':'4.5 W'}}"),
                known(product));
        RejectedRecord rejected = assertThrows(RejectedRecord.class, () -> reading.product(rows.getLast()));
        assertTrue(rejected.problem().startsWith("\"Kabel\" is none of Kamera, Akku"), rejected.problem());
    }

    @Test
    void googleItem_becomesProduct() throws IOException {
        JsonNode product = google("""
                <id>TV1</id><title>TV</title><g:price>15.00 EUR</g:price><g:sale_price>12.00 EUR</g:sale_price>
                <g:sale_price_effective_date>2026-11-01T00:00+0100/2026-12-01T00:00+0100</g:sale_price_effective_date>
                <g:cost_of_goods_sold>9.00 EUR</g:cost_of_goods_sold><g:availability>out of stock</g:availability>
                <g:gtin>4006381-333931</g:gtin><g:mpn>M</g:mpn><g:item_group_id>G</g:item_group_id>
                <g:image_link>https://s/1</g:image_link><g:additional_image_link>https://s/2</g:additional_image_link>
                <g:product_type>Elektro &gt; Fernseher &amp; Geräte</g:product_type><g:color>Black</g:color>
                <g:product_detail><g:section_name>Display</g:section_name><g:attribute_name>Width</g:attribute_name>
                <g:attribute_value>50 cm</g:attribute_value></g:product_detail>
                <g:product_detail><g:section_name>Case</g:section_name><g:attribute_name>Width</g:attribute_name>
                <g:attribute_value>52 cm</g:attribute_value></g:product_detail>""", Mapping.NONE);
        assertEquals(
                json("{'id':'TV1','name':{'en':'TV'},'model':'M','gtin':'4006381333931','variant_group':'G',"
                        + "'price':'12.00 EUR','cost':'9.00 EUR','stock':'0','category':['Elektro','Fernseher & Geräte'],"
                        + "'type':'fernseher_gerate','images':['https://s/1','https://s/2'],"
                        + "'attributes':{'color':'Black','width':'50 cm','case_width':'52 cm'}}"),
                product);
    }

    @Test
    void googleType_comesFromTheDeepestMappedCategory() throws IOException {
        Mapping mapping = MappingFile.of("""
                types:
                  "Electronics > Cameras": camera
                  electronics>cameras>bodies: camera_body
                  "201": television
                attributes:
                  mount: "product_detail:Lens:Mount"
                """);
        String item = "<g:id>1</g:id><g:title>T</g:title><g:product_type>%s</g:product_type>%s";
        assertEquals(
                "camera_body",
                google(item.formatted("Electronics &gt; Cameras &gt; Bodies &gt; Full", ""), mapping)
                        .path("type")
                        .asText());
        assertEquals(
                "camera",
                google(item.formatted("Electronics &gt; Cameras &gt; Lenses", ""), mapping)
                        .path("type")
                        .asText());
        assertEquals(
                "television",
                google(item.formatted("Telly", "<g:google_product_category>201</g:google_product_category>"), mapping)
                        .path("type")
                        .asText());
        JsonNode mounted = google(
                item.formatted(
                        "X",
                        "<g:product_detail><g:section_name>Lens</g:section_name><g:attribute_name>Mount</g:attribute_name>"
                                + "<g:attribute_value>RF</g:attribute_value></g:product_detail>"),
                mapping);
        assertEquals(json("{'mount':'RF'}"), mounted.path("attributes"));
    }

    @Test
    void googleTsv_quotedAndRepeatedValues_areReadAsInXml() throws IOException {
        Path file = folder.resolve("a.tsv");
        Files.writeString(
                file,
                "ID\tTitle\tprice\tadditional image link\tproduct type\tproduct_detail\trelated_product\n"
                        + "1\t\"12\"\" Pan\twith tab\"\t5.00 EUR\thttps://s/1,https://s/2\tFood, Drinks > Tea\t"
                        + "General:Product Type:Digital player,Display:Diagonal Size:\"2.5\"\"\"\t"
                        + "required_part:id:AZ7A,accessory:gtin:811571013579\n");
        JsonNode row = new InputFile(file).records().toList().getFirst().require();
        JsonNode product = new RecordReading(Format.GOOGLE_TSV, Mapping.NONE, NOW).product(row);
        assertEquals("12\" Pan\twith tab", product.path("name").path("en").asText());
        assertEquals(json("['https://s/1','https://s/2']"), product.path("images"));
        assertEquals(json("['Food, Drinks','Tea']"), product.path("category"));
        assertEquals(json("{'product_type':'Digital player','diagonal_size':'2.5\\\"'}"), product.path("attributes"));
        assertEquals(
                json("[{'relationship_type':'required_part','identifier_type':'id','identifier':'AZ7A'},"
                        + "{'relationship_type':'accessory','identifier_type':'gtin','identifier':'811571013579'}]"),
                GoogleAttributes.of(row).path("related_product"));
    }

    @Test
    void mistakeInAMapping_isNamedWithItsPlace() {
        RejectedRecord unknown =
                assertThrows(RejectedRecord.class, () -> MappingFile.of("fields: {name: {fromm: Titel}}"));
        assertTrue(unknown.problem().startsWith("\"fromm\" in fields.name is none of"), unknown.problem());
        RejectedRecord noField = assertThrows(RejectedRecord.class, () -> MappingFile.of("fields: {colour: Farbe}"));
        assertTrue(noField.problem().startsWith("\"colour\" below fields is no field"), noField.problem());
        RejectedRecord typo = assertThrows(
                RejectedRecord.class, () -> MappingFile.of("fields: {type: {from: Art, otherwise: rejct}}"));
        assertTrue(
                typo.problem().startsWith("\"rejct\" in fields.type.otherwise is probably meant to be reject"),
                typo.problem());
        assertEquals(
                "other",
                MappingFile.of("fields: {type: {from: Art, otherwise: other}}")
                        .fields()
                        .get("type")
                        .otherwise());
    }

    private JsonNode google(String item, Mapping mapping) throws IOException {
        Path file = folder.resolve("a.xml");
        Files.writeString(file, "<rss><channel><item>" + item + "</item></channel></rss>");
        return new RecordReading(Format.GOOGLE_XML, mapping, NOW)
                .product(new InputFile(file).records().toList().getFirst().require());
    }

    /** Without the columns that a mapping has read: they stay, and nobody reads them. */
    private static JsonNode known(JsonNode product) {
        return product.deepCopy() instanceof com.fasterxml.jackson.databind.node.ObjectNode copy
                ? copy.remove(List.of(
                        "Artikelnummer",
                        "Bezeichnung",
                        "Preis",
                        "Warengruppe",
                        "Art",
                        "Bajonett",
                        "Akkus",
                        "Ladeleistung"))
                : product;
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
