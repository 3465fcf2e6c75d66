package io.zugabe.segmentation.segment.domain;

import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.feature.domain.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says why a customer is in a segment. Nothing is said that is not so: a sentence that names a feature
 * which is not known gives way to the plain list of values, and a bound is shown only where it holds.
 *
 * @param condition what was evaluated
 * @param sentences with features in braces, by language; may be empty
 */
public record Evidence(Condition condition, LocalizedText sentences) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final int MOST_FEATURES = 12;

    /** The features that sentences name. */
    public static List<String> placesOf(String sentence) {
        return PLACE.matcher(sentence).results().map(found -> found.group(1)).toList();
    }

    /** Why, by language. */
    public LocalizedText why(FeatureVector features) {
        if (sentences.isEmpty()) {
            return LocalizedText.of(values(features));
        }
        return sentences.map(sentence -> filled(sentence, features).orElseGet(() -> values(features)));
    }

    private static Optional<String> filled(String sentence, FeatureVector features) {
        boolean known =
                placesOf(sentence).stream().allMatch(name -> features.get(name).isPresent());
        return known
                ? Optional.of(PLACE.matcher(sentence).replaceAll(place -> value(place, features)))
                : Optional.empty();
    }

    private static String value(MatchResult place, FeatureVector features) {
        return Matcher.quoteReplacement(
                features.get(place.group(1)).map(ValueText::of).orElse(""));
    }

    /**
     * The features read with their values and bounds: {@code "orders_12m 7 ≥ 5, lifecycle LAPSING"}. What is not known
     * is said only where nothing else can be: {@code "consent_push is not known"}.
     */
    private String values(FeatureVector features) {
        List<String> shown = new ArrayList<>();
        for (String name : condition.reads()) {
            features.get(name).ifPresent(value -> shown.add(shown(name, value)));
        }
        if (shown.isEmpty()) {
            condition.reads().forEach(name -> shown.add(name + " is not known"));
        }
        int cut = Math.min(MOST_FEATURES, shown.size());
        String more = shown.size() > cut ? " and " + (shown.size() - cut) + " more" : "";
        return String.join(", ", shown.subList(0, cut)) + more;
    }

    private String shown(String name, FeatureValue value) {
        String bounds = condition.comparisons().stream()
                .filter(comparison -> comparison.feature().equals(name))
                .flatMap(comparison -> comparison.shownBeside(value).stream())
                .distinct()
                .map(bound -> " " + bound)
                .collect(Collectors.joining());
        return name + " " + ValueText.of(value) + bounds;
    }
}
