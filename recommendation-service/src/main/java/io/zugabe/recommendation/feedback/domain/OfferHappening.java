package io.zugabe.recommendation.feedback.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event to be: something happened to offers of one decision.
 *
 * @param items the places in the batch of what it tells
 * @param offers of one decision, by product
 */
public record OfferHappening(
        Feedback.Action action,
        Feedback.Dismissal dismissal,
        Instant time,
        List<Integer> items,
        List<TrackedOffer> offers) {

    private static final int MOST_OFFERS = 100;

    /**
     * The events that tell a batch. What was shown of one decision is one event, because it was one look; everything
     * else is one event per offer. Previews tell nothing.
     *
     * @param batch feedback by its place in the batch
     */
    public static List<OfferHappening> of(Map<Integer, Feedback> batch) {
        Map<Key, List<Map.Entry<Integer, Feedback>>> groups = new LinkedHashMap<>();
        for (Map.Entry<Integer, Feedback> item : batch.entrySet()) {
            if (!item.getValue().offer().preview()) {
                groups.computeIfAbsent(Key.of(item.getValue()), ignored -> new ArrayList<>())
                        .add(item);
            }
        }
        List<OfferHappening> happenings = new ArrayList<>();
        for (List<Map.Entry<Integer, Feedback>> group : groups.values()) {
            for (int start = 0; start < group.size(); start += MOST_OFFERS) {
                happenings.add(happening(group.subList(start, Math.min(group.size(), start + MOST_OFFERS))));
            }
        }
        return happenings;
    }

    /** The same for the same feedback, whenever it is told. */
    public String id() {
        StringBuilder told =
                new StringBuilder(action.name()).append(offers.getFirst().decision());
        offers.forEach(offer -> told.append('\n').append(offer.product()));
        return "fb-" + UUID.nameUUIDFromBytes(told.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static OfferHappening happening(List<Map.Entry<Integer, Feedback>> group) {
        Feedback first = group.getFirst().getValue();
        Map<String, TrackedOffer> offers = new LinkedHashMap<>();
        group.stream()
                .map(item -> item.getValue().offer())
                .sorted(Comparator.comparing(TrackedOffer::product))
                .forEach(offer -> offers.putIfAbsent(offer.product(), offer));
        Instant earliest = group.stream()
                .map(item -> item.getValue().time())
                .min(Comparator.naturalOrder())
                .orElse(first.time());
        return new OfferHappening(
                first.action(),
                first.dismissal(),
                earliest,
                group.stream().map(Map.Entry::getKey).toList(),
                List.copyOf(offers.values()));
    }

    private record Key(Feedback.Action action, UUID decision, String product) {

        static Key of(Feedback feedback) {
            boolean together = feedback.action() == Feedback.Action.SHOWN;
            return new Key(
                    feedback.action(),
                    feedback.offer().decision(),
                    together ? "" : feedback.offer().product());
        }
    }
}
