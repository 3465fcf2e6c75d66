package io.zugabe.quickstart.demoshop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product as its maker's label reads, which is all that shoppers can see.
 *
 * @param id the shop's identifier
 * @param type what it is, like {@code camera_body}
 * @param brand the maker
 * @param model the maker's name for it
 * @param price euro cents with tax
 * @param cost euro cents, comparable to the price
 * @param fame how well it is known, relative to others; the simulator's own truth, the same in every run
 * @param category path joined by {@code " > "}
 * @param attributes values by key; each a set, of one value for single-valued attributes
 */
public record DemoProduct(
        String id,
        String type,
        String brand,
        String model,
        long price,
        long cost,
        double fame,
        String category,
        Map<String, Set<String>> attributes) {

    /** A few products are known to everybody, most to few: sigma of the lognormal of fame. */
    private static final double FAME_SPREAD = 1.1;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    /** Copies the attributes. */
    public DemoProduct {
        attributes = Map.copyOf(attributes);
    }

    /** Reads one line of a products file. */
    static DemoProduct of(JsonNode line) {
        var attributes = new HashMap<String, Set<String>>();
        for (Map.Entry<String, JsonNode> attribute : line.path("attributes").properties()) {
            attributes.put(attribute.getKey(), values(attribute.getValue()));
        }
        String id = line.required("id").asText();
        String type = line.required("type").asText();
        String brand = line.required("brand").asText();
        String model = line.required("model").asText();
        attributes.put("type", Set.of(type));
        attributes.put("brand", Set.of(brand));
        attributes.put("model", Set.of(model));
        List<String> path =
                line.required("category").valueStream().map(JsonNode::asText).toList();
        return new DemoProduct(
                id,
                type,
                brand,
                model,
                Amount.parse(line.required("price").asText()),
                Amount.parse(line.required("cost").asText()),
                StrictMath.exp(FAME_SPREAD * new SplittableRandom(id.hashCode()).nextGaussian()),
                String.join(" > ", path),
                attributes);
    }

    private static Set<String> values(JsonNode value) {
        var values = new TreeSet<String>();
        if (value.isArray()) {
            value.forEach(entry -> values.add(entry.asText()));
        } else {
            values.add(value.asText());
        }
        return values;
    }

    /** The values of an attribute; empty if the label says nothing about it. */
    Set<String> values(String attribute) {
        return attributes.getOrDefault(attribute, Set.of());
    }

    /** The number that an attribute's value begins with ({@code 45 W} is 45). */
    OptionalDouble number(String attribute) {
        return values(attribute).stream()
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .mapToDouble(matcher -> Double.parseDouble(matcher.group()))
                .findFirst();
    }
}
