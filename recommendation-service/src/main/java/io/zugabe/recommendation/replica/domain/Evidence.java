package io.zugabe.recommendation.replica.domain;

import java.util.Map;

/**
 * Where a statement comes from.
 *
 * @param id identifier of the source
 * @param attributes the attributes that were read, as "host.…" and "part.…"
 * @param numbers the numbers behind a count
 */
public record Evidence(
        Source source, String id, Map<String, String> attributes, LocalizedText sentence, Map<String, Double> numbers) {

    public Evidence {
        attributes = Map.copyOf(attributes);
        numbers = Map.copyOf(numbers);
    }

    /** Kinds of sources. */
    public enum Source {
        RULE,
        MAKER_LIST,
        COUNT,
        CURATED,
        DISPUTE
    }
}
