package io.zugabe.bench.ingest;

import io.grpc.Channel;
import io.grpc.Context;
import io.zugabe.segmentation.v1.BatchGetProfilesRequest;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.EventServiceGrpc;
import io.zugabe.segmentation.v1.GetLogStatusRequest;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.ProfileServiceGrpc;
import io.zugabe.segmentation.v1.PublishEventsRequest;
import io.zugabe.segmentation.v1.SubscribeRequest;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Compares what was published with what the log hands out, and with what profiles count. */
final class Audit {

    private static final int PROFILES_AT_ONCE = 500;

    private final Channel channel;

    Audit(Channel channel) {
        this.channel = channel;
    }

    /**
     * Deviations.
     *
     * @param lost events that are missing in the log, and counts of profiles that are too low, by how much
     * @param doubled events that are in the log again, and counts of profiles that are too high, by how much
     */
    record Result(long lost, long doubled) {

        Result plus(Result other) {
            return new Result(lost + other.lost, doubled + other.doubled);
        }

        private static Result of(Map<String, Long> expected, Map<String, Long> found) {
            long lost = 0;
            long doubled = 0;
            Map<String, Long> differences = new HashMap<>(expected);
            found.forEach((key, count) -> differences.merge(key, -count, Long::sum));
            for (long difference : differences.values()) {
                lost += Math.max(0, difference);
                doubled += Math.max(0, -difference);
            }
            return new Result(lost, doubled);
        }
    }

    /**
     * Looks for the events of batches.
     *
     * @param after the log's position before they were published; their customers had no events before
     */
    Result compare(long after, List<PublishEventsRequest> batches) {
        Map<String, Long> published = new HashMap<>();
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Boolean> customers = new TreeMap<>();
        for (PublishEventsRequest batch : batches) {
            for (Event event : batch.getEventsList()) {
                published.merge(event.getEventId(), 1L, Long::sum);
                customers.put(event.getCustomerId(), true);
                count(counts, event.getCustomerId(), event);
            }
        }
        return Result.of(published, log(after)).plus(Result.of(counts, profiles(List.copyOf(customers.keySet()))));
    }

    private static void count(Map<String, Long> counts, String customer, Event event) {
        switch (event.getWhatCase()) {
            case VIEW_ITEM, SEARCH, ADD_TO_CART, REMOVE_FROM_CART, BEGIN_CHECKOUT, PURCHASE, REFUND ->
                counts.merge(customer + " " + event.getWhatCase(), 1L, Long::sum);
            default -> {
                // profiles count the others in other ways
            }
        }
    }

    private Map<String, Long> log(long after) {
        long end = EventServiceGrpc.newBlockingStub(channel)
                .getLogStatus(GetLogStatusRequest.getDefaultInstance())
                .getEndPosition();
        Map<String, Long> found = new HashMap<>();
        Context.CancellableContext reading = Context.current().withCancellation();
        Context before = reading.attach();
        try {
            Iterator<SubscribeResponse> pages = EventServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(2, TimeUnit.MINUTES)
                    .subscribe(SubscribeRequest.newBuilder().setPosition(after).build());
            long position = after;
            while (position < end) {
                SubscribeResponse page = pages.next();
                page.getEventsList()
                        .forEach(logged -> found.merge(logged.getEvent().getEventId(), 1L, Long::sum));
                position = page.getPosition();
            }
        } finally {
            reading.detach(before);
            reading.cancel(null);
        }
        return found;
    }

    private Map<String, Long> profiles(List<String> customers) {
        Map<String, Long> counts = new HashMap<>();
        for (int from = 0; from < customers.size(); from += PROFILES_AT_ONCE) {
            List<String> some = customers.subList(from, Math.min(customers.size(), from + PROFILES_AT_ONCE));
            ProfileServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(1, TimeUnit.MINUTES)
                    .batchGetProfiles(BatchGetProfilesRequest.newBuilder()
                            .addAllCustomerIds(some)
                            .build())
                    .getProfilesList()
                    .forEach(profile -> count(counts, profile));
        }
        return counts;
    }

    private static void count(Map<String, Long> counts, Profile profile) {
        String customer = profile.getSubjectId() + " ";
        var activity = profile.getActivity();
        counts.put(customer + Event.WhatCase.VIEW_ITEM, activity.getViews());
        counts.put(customer + Event.WhatCase.SEARCH, activity.getSearches());
        counts.put(customer + Event.WhatCase.ADD_TO_CART, activity.getCartAdditions());
        counts.put(customer + Event.WhatCase.REMOVE_FROM_CART, activity.getCartRemovals());
        counts.put(customer + Event.WhatCase.BEGIN_CHECKOUT, activity.getCheckouts());
        counts.put(customer + Event.WhatCase.PURCHASE, profile.getTrade().getOrders());
        counts.put(customer + Event.WhatCase.REFUND, profile.getTrade().getReturns());
    }
}
