package io.zugabe.recommendation.replica.domain;

import java.util.Map;

/**
 * Products that no rule can tell apart.
 *
 * @param attributes what rules read, as text for sentences
 */
public record FitGroup(long id, String type, Map<String, String> attributes) {

    public FitGroup {
        attributes = Map.copyOf(attributes);
    }
}
