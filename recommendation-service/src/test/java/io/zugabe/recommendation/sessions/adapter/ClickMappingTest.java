package io.zugabe.recommendation.sessions.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.zugabe.kit.test.Proves;
import io.zugabe.recommendation.privacy.domain.ErasedPeople;
import io.zugabe.recommendation.sessions.ClickRun;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.LoggedEvent;
import io.zugabe.segmentation.v1.Search;
import io.zugabe.segmentation.v1.SubjectsErased;
import io.zugabe.segmentation.v1.SubscribeResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves("O5")
class ClickMappingTest {

    @Test
    void viewsAndCartAdditions_areClicks_listsAndSearchesAreNot() {
        SubscribeResponse message = message(
                event("c", "s").setViewItem(items("tent")).build(),
                event("c", "s").setAddToCart(items("mat", "lamp")).build(),
                event("c", "s").setRemoveFromCart(items("lamp")).build(),
                event("c", "s")
                        .setSearch(Search.newBuilder().setSearchTerm("tent"))
                        .build(),
                event("c", "s")
                        .setViewItem(items("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"))
                        .build());

        ClickRun run = ClickMapping.runs(message).getFirst();

        assertEquals(
                List.of("tent", "mat", "lamp"),
                run.clicks().stream().map(ClickRun.Clicked::product).toList());
        assertEquals(
                1, run.clicks().stream().map(ClickRun.Clicked::key).distinct().count());
        assertEquals(1_700_000_000, run.clicks().getFirst().time());
        assertEquals(5, run.position());
        assertEquals("log-a", run.log());
    }

    @Test
    void key_differsByPersonAndSession_ownerByPersonAlone() {
        List<ClickRun.Clicked> clicks = ClickMapping.runs(message(
                        event("c", "s").setViewItem(items("tent")).build(),
                        event("c", "other").setViewItem(items("tent")).build(),
                        event("d", "s").setViewItem(items("tent")).build(),
                        event("", "s")
                                .setVisitorId("c")
                                .setViewItem(items("tent"))
                                .build()))
                .getFirst()
                .clicks();

        assertEquals(4, clicks.stream().map(ClickRun.Clicked::key).distinct().count());
        assertEquals(clicks.get(0).owner(), clicks.get(1).owner());
        assertNotEquals(clicks.get(0).owner(), clicks.get(2).owner());
        assertNotEquals(clicks.get(0).owner(), clicks.get(3).owner());
    }

    @Test
    @Proves("C10")
    void erasure_endsARun_andNamesItsOwners() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("log-a\nc".getBytes(StandardCharsets.UTF_8));
        List<ClickRun> runs = ClickMapping.runs(message(
                event("c", "s").setViewItem(items("tent")).build(),
                Event.newBuilder()
                        .setSubjectsErased(SubjectsErased.newBuilder().addSubjectDigests(ByteString.copyFrom(digest)))
                        .build(),
                event("c", "s").setViewItem(items("mat")).build()));

        assertEquals(2, runs.size());
        ErasedPeople erased = runs.getFirst().erased().orElseThrow();
        assertTrue(erased.marks().contains(runs.getFirst().clicks().getFirst().owner()));
        assertEquals("mat", runs.getLast().clicks().getFirst().product());
        assertTrue(runs.getLast().erased().isEmpty());
    }

    private static Event.Builder event(String customer, String session) {
        return Event.newBuilder()
                .setCustomerId(customer)
                .setSessionId(session)
                .setEventTime(Timestamp.newBuilder().setSeconds(1_700_000_000));
    }

    private static ItemEvent items(String... products) {
        ItemEvent.Builder items = ItemEvent.newBuilder();
        List.of(products).forEach(product -> items.addItems(Item.newBuilder().setProductId(product)));
        return items.build();
    }

    private static SubscribeResponse message(Event... events) {
        SubscribeResponse.Builder message = SubscribeResponse.newBuilder().setLogId("log-a");
        for (Event event : events) {
            message.addEvents(LoggedEvent.newBuilder()
                    .setPosition(message.getEventsCount() + 1L)
                    .setEvent(event));
        }
        return message.setPosition(events.length).build();
    }
}
