package io.zugabe.recommendation.sessions.adapter;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.sessions.ClickRun;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events as clicks. A session is one person's: who logs in begins a new one, so that whoever is erased
 * leaves none behind in part.
 */
final class ClickMapping {

    /** Of one event: more are a list that was shown, not products that were looked at. */
    private static final int MOST_ITEMS = 10;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ClickMapping() {}

    /** The clicks of a message; a run of its own up to every erasure. */
    static List<ClickRun> runs(SubscribeResponse message) {
        List<ClickRun> runs = new ArrayList<>();
        List<ClickRun.Clicked> clicks = new ArrayList<>();
        for (LoggedEvent logged : message.getEventsList()) {
            if (logged.getEvent().hasSubjectsErased()) {
                ErasedPeople erased = erased(message.getLogId(), logged.getEvent());
                runs.add(new ClickRun(clicks, Optional.of(erased), logged.getPosition(), message.getLogId()));
                clicks = new ArrayList<>();
            } else {
                add(logged.getEvent(), message.getLogId(), clicks);
            }
        }
        runs.add(new ClickRun(clicks, Optional.empty(), message.getPosition(), message.getLogId()));
        return runs;
    }

    private static void add(Event event, String log, List<ClickRun.Clicked> clicks) {
        List<Item> items = items(event);
        if (items.isEmpty() || items.size() > MOST_ITEMS || !Timestamps.isValid(event.getEventTime())) {
            return;
        }
        String subject = event.getCustomerId().isEmpty() ? "v:" + event.getVisitorId() : "c:" + event.getCustomerId();
        long owner = ErasedPeople.mark(log, subject);
        long key = owner * SPREAD ^ hash(event.getSessionId());
        for (Item item : items) {
            clicks.add(new ClickRun.Clicked(
                    key, owner, item.getProductId(), event.getEventTime().getSeconds()));
        }
    }

    private static List<Item> items(Event event) {
        if (event.hasViewItem()) {
            return event.getViewItem().getItemsList();
        }
        return event.hasAddToCart() ? event.getAddToCart().getItemsList() : List.of();
    }

    private static ErasedPeople erased(String log, Event event) {
        return new ErasedPeople(
                log,
                event.getSubjectsErased().getSubjectDigestsList().stream()
                        .map(ByteString::toByteArray)
                        .toList());
    }

    /** FNV-1a. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
