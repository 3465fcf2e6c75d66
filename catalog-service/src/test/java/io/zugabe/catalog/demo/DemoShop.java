package io.zugabe.catalog.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.zugabe.catalog.fit.domain.RuleSet;
import io.zugabe.catalog.live.domain.LiveCatalog;
import io.zugabe.catalog.worlds.CatalogFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The demo shop's files, read beside the service so that rules and products are tried together. */
public final class DemoShop {

    public static final Path FOLDER = Path.of("../quickstart/demo-shop/src/main/resources/demo");
    private static final CatalogFolder FILES = new CatalogFolder(FOLDER);

    private DemoShop() {}

    public static boolean exists() {
        return Files.isDirectory(FOLDER.resolve("products"));
    }

    /** The lines of all files of a kind: {@code <kind>.jsonl} and {@code <kind>/*.jsonl}. */
    public static List<JsonNode> lines(String kind) {
        return FILES.lines(kind);
    }

    /** The catalog with all products and maker statements of the shop. */
    public static LiveCatalog catalog(RuleSet rules) {
        return FILES.catalog(rules);
    }

    /** What the schema refuses of the shop, as "product.attribute: why". */
    public static List<String> refusals(RuleSet rules) {
        return FILES.refusals(rules);
    }

    /** What selectors of statements and relations name that there is not. */
    public static List<String> misnomers(RuleSet rules) {
        return FILES.misnomers(rules);
    }
}
