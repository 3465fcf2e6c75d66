package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitGroup;
import io.zugabe.recommendation.replica.domain.FitMatch;
import io.zugabe.recommendation.replica.domain.FitTable;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Product;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why two products fit: the sentences of the rules behind the verdict, filled with the attributes
 * of both. A sentence with a gap that nothing fills is left out rather than shown half true.
 */
final class FitEvidence {

    private static final Pattern PLACE = Pattern.compile("\\{(host|part)\\.([a-z0-9_]+)}");

    /** In place of what would be told of a pair of groups, if it differs from product to product. */
    private static final List<Evidence> OF_PRODUCTS = Collections.unmodifiableList(new ArrayList<>());

    private final FitMatch match;
    private final Map<String, String> hostAttributes;
    private final Map<String, String> partAttributes;

    private FitEvidence(FitMatch match, FitTable table) {
        this.match = match;
        this.hostAttributes = attributes(match.host(), table);
        this.partAttributes = attributes(match.part(), table);
    }

    /** The evidence of every rule behind a match, the deciding one first. */
    @SuppressWarnings("ReferenceEquality") // it is that one list, whatever it holds
    static List<Evidence> of(FitMatch match, FitTable table) {
        List<Evidence> told =
                table.told(match.host().fitGroup(), match.part().fitGroup(), () -> ofGroups(match, table));
        return told == OF_PRODUCTS ? new FitEvidence(match, table).fill(templates(match, table)) : told;
    }

    private static List<Evidence> ofGroups(FitMatch match, FitTable table) {
        List<Evidence> templates = templates(match, table);
        return templates.stream().anyMatch(FitEvidence::namesProducts)
                ? OF_PRODUCTS
                : new FitEvidence(match, table).fill(templates);
    }

    private static List<Evidence> templates(FitMatch match, FitTable table) {
        List<Evidence> templates = new ArrayList<>();
        for (int number : match.cell().rules()) {
            table.rule(number).ifPresent(templates::add);
        }
        return templates;
    }

    /** Whether it says something that products of one group do not share. */
    private static boolean namesProducts(Evidence template) {
        for (String text : template.sentence().texts().values()) {
            if (namesProducts(text)) {
                return true;
            }
        }
        for (String key : template.attributes().keySet()) {
            if (namesProducts(key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesProducts(String text) {
        return text.contains(".brand") || text.contains(".model");
    }

    private List<Evidence> fill(List<Evidence> templates) {
        return templates.stream().map(this::fill).toList();
    }

    private Evidence fill(Evidence template) {
        Map<String, String> attributes = new HashMap<>();
        if (template.attributes().isEmpty()) {
            template.sentence().texts().values().forEach(text -> noteAll(text, attributes));
        } else {
            template.attributes().keySet().forEach(key -> note(key, attributes));
        }
        Map<String, String> sentences = new HashMap<>();
        template.sentence()
                .texts()
                .forEach((locale, text) -> fill(text).ifPresent(full -> sentences.put(locale, full)));
        return new Evidence(
                template.source(), template.id(), attributes, new LocalizedText(sentences), template.numbers());
    }

    private void noteAll(String text, Map<String, String> attributes) {
        PLACE.matcher(text).results().forEach(place -> note(place.group(1) + "." + place.group(2), attributes));
    }

    private void note(String key, Map<String, String> attributes) {
        int dot = key.indexOf('.');
        if (dot > 0) {
            value(key.substring(0, dot), key.substring(dot + 1)).ifPresent(value -> attributes.put(key, value));
        }
    }

    private Optional<String> fill(String text) {
        StringBuilder filled = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            Optional<String> value = value(places.group(1), places.group(2));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(places.appendTail(filled).toString());
    }

    private Optional<String> value(String role, String attribute) {
        boolean host = role.equals("host");
        String known = (host ? hostAttributes : partAttributes).get(attribute);
        return known != null ? Optional.of(known) : ownField(host ? match.host() : match.part(), attribute);
    }

    private static Optional<String> ownField(Product product, String attribute) {
        return switch (attribute) {
            case "type" -> Optional.of(product.type().type());
            case "brand" -> Optional.of(product.brand()).filter(brand -> !brand.isEmpty());
            case "model" -> Optional.of(product.model()).filter(model -> !model.isEmpty());
            default -> Optional.empty();
        };
    }

    private static Map<String, String> attributes(Product product, FitTable table) {
        return table.group(product.fitGroup()).map(FitGroup::attributes).orElse(Map.of());
    }
}
