package io.zugabe.recommendation.baskets.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.products.domain.ProductIds;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The counts of UCI Online Retail (CC BY 4.0, doi 10.24432/C5BW33), if its file is there. */
class OnlineRetailTest {

    private static Path file() {
        return Path.of(System.getProperty("zugabe.data", ""), "online-retail", "online_retail.csv.gz");
    }

    static boolean isThere() {
        return Files.isReadable(file());
    }

    @Test
    @EnabledIf("isThere")
    @Proves("O4")
    void pairs_agreeWithThePublishedCounts() throws IOException {
        ProductIds ids = new ProductIds();
        BasketModelWriter writer = new BasketModelWriter(100);
        int basket = 0;
        for (IntOpenHashSet products : invoices(ids).values()) {
            writer.index().put(basket++, products.toIntArray());
        }
        boolean more = true;
        while (more) {
            more = writer.countSome();
        }
        BasketModel model = writer.publish(0);

        assertEquals(825, support(model, ids, "22386", "85099B"));
        assertEquals(768, support(model, ids, "22697", "22699"));
        assertEquals(724, support(model, ids, "21931", "85099B"));
        assertEquals(680, support(model, ids, "22411", "85099B"));
        assertEquals(655, support(model, ids, "20725", "22383"));
    }

    private static int support(BasketModel model, ProductIds ids, String one, String other) {
        return model.pair(ids.find(one), ids.find(other))
                .map(PairCounts::support)
                .orElse(0);
    }

    private static Map<String, IntOpenHashSet> invoices(ProductIds ids) throws IOException {
        Map<String, IntOpenHashSet> invoices = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> fields = fields(line);
                if (Integer.parseInt(fields.get(3)) > 0 && fields.get(1).matches("[0-9]{5}.*")) {
                    invoices.computeIfAbsent(fields.get(0), ignored -> new IntOpenHashSet())
                            .add(ids.numberOf(fields.get(1)));
                }
            }
        }
        return invoices;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
