package io.zugabe.segmentation.log.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.type.Money;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import io.zugabe.kit.error.FieldViolation;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.Events;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.ConsentChanged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.OfferOrigin;
import io.zugabe.segmentation.v1.PromotionRedeemed;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Review;
import io.zugabe.segmentation.v1.Search;
import io.zugabe.segmentation.v1.SubscriptionChanged;
import io.zugabe.segmentation.v1.TraitsChanged;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule that stands in {@code event.proto}, broken once and kept once. */
class EventRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final EventRules rules = new EventRules(
            Clock.fixed(NOW, ZoneOffset.UTC),
            product -> !product.startsWith("unknown"),
            "EUR",
            Optional.of(List.of("sms")));

    static Stream<Arguments> broken() {
        return Stream.of(
                bad(
                        "offer_shown.origins",
                        e -> e.getOfferShownBuilder()
                                .addProductIds("p")
                                .addOrigins(OfferOrigin.getDefaultInstance())
                                .addOrigins(OfferOrigin.getDefaultInstance())),
                bad(
                        "offer_shown.origins[0].expected_acceptance",
                        e -> e.getOfferShownBuilder()
                                .addProductIds("p")
                                .addOrigins(OfferOrigin.newBuilder().setExpectedAcceptance(1.5))),
                bad(
                        "offer_dismissed.origins[0].source",
                        e -> e.getOfferDismissedBuilder()
                                .addProductIds("p")
                                .addOrigins(OfferOrigin.newBuilder().setSource("Not a key"))),
                bad("event_id", e -> e.clearEventId()),
                bad("event_id", e -> e.setEventId("a b")),
                bad("event_id", e -> e.setEventId("ü")),
                bad("event_id", e -> e.setEventId("x".repeat(101))),
                bad("event_time", e -> e.clearEventTime()),
                bad("event_time", e -> e.setEventTime(Events.timestamp(NOW.plusSeconds(301)))),
                bad(
                        "event_time",
                        e -> e.setEventTime(
                                Events.timestamp(NOW.plusSeconds(300).plusNanos(1)))),
                bad("event_time", e -> e.setEventTime(Events.timestamp(Instant.parse("1999-12-31T23:59:59Z")))),
                bad("event_time", e -> e.setEventTime(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))),
                bad(
                        "event_time.nanos",
                        e -> e.setEventTime(
                                Events.timestamp(Events.NOON).toBuilder().setNanos(-1))),
                bad(
                        "event_time.nanos",
                        e -> e.setEventTime(
                                Events.timestamp(Events.NOON).toBuilder().setNanos(1_000_000_000))),
                bad("customer_id", e -> e.clearCustomerId()),
                bad("customer_id", e -> e.setCustomerId("c 1")),
                bad("customer_id", e -> e.setCustomerId("x".repeat(101))),
                bad("customer_id", e -> e.setCustomerId("v:17")),
                bad("visitor_id", e -> e.setVisitorId("a\nb")),
                bad("session_id", e -> e.setSessionId("s s")),
                bad("channel", e -> e.setChannel("x".repeat(41))),
                bad("what", e -> e.clearWhat()),
                bad("what", e -> e.setReview(Review.newBuilder().setText("x".repeat(1_048_577)))),
                bad("view_item.items", e -> e.setViewItem(ItemEvent.getDefaultInstance())),
                bad(
                        "view_item.items[0].product_id",
                        e -> e.setViewItem(ItemEvent.newBuilder()
                                .addItems(Item.newBuilder().setProductId("unknown-1")))),
                bad(
                        "review.product_id",
                        e -> e.setReview(
                                Review.newBuilder().setProductId("unknown-1").setRating(5))),
                bad("add_to_cart.items", e -> e.setAddToCart(ItemEvent.getDefaultInstance())),
                bad("remove_from_cart.items", e -> e.setRemoveFromCart(ItemEvent.getDefaultInstance())),
                bad("begin_checkout.items", e -> e.setBeginCheckout(ItemEvent.getDefaultInstance())),
                bad(
                        "view_item.items",
                        e -> e.setViewItem(ItemEvent.newBuilder()
                                .addAllItems(Collections.nCopies(5_001, Events.item("p", 1, 1))))),
                badItem("product_id", i -> i.clearProductId()),
                badItem("product_id", i -> i.setProductId("x".repeat(101))),
                badItem("quantity", i -> i.setQuantity(-1)),
                badItem("quantity", i -> i.setQuantity(1_000_001)),
                badItem("category", i -> i.setCategory("x".repeat(201))),
                badItem("price.units", i -> i.setPrice(Events.euros(-1, 0))),
                badItem("price.units", i -> i.setPrice(Events.euros(100_000_001, 0))),
                badItem(
                        "price.nanos",
                        i -> i.setPrice(Events.euros(1, 0).toBuilder().setNanos(-10_000_000))),
                badItem(
                        "price.nanos",
                        i -> i.setPrice(Events.euros(1, 0).toBuilder().setNanos(10_000))),
                badItem(
                        "price.nanos",
                        i -> i.setPrice(Events.euros(1, 0).toBuilder().setNanos(1_000_000_000))),
                badItem(
                        "price.currency_code",
                        i -> i.setPrice(Events.euros(1, 0).toBuilder().setCurrencyCode("USD"))),
                badItem("price.currency_code", i -> i.setPrice(Money.getDefaultInstance())),
                badItem("cost.units", i -> i.setCost(Events.euros(-1, 0))),
                badItem("discount.units", i -> i.setDiscount(Events.euros(-1, 0))),
                badItem("discount", i -> i.setDiscount(Events.euros(10, 1))),
                badItem("discount", i -> i.clearPrice().setDiscount(Events.euros(1, 0))),
                bad("search.search_term", e -> e.setSearch(Search.getDefaultInstance())),
                bad("search.search_term", e -> e.setSearch(Search.newBuilder().setSearchTerm("x".repeat(501)))),
                bad("purchase.order_id", e -> e.getPurchaseBuilder().clearOrderId()),
                bad("purchase.order_id", e -> e.getPurchaseBuilder().setOrderId("x".repeat(101))),
                bad("purchase.items", e -> e.getPurchaseBuilder().clearItems()),
                bad("purchase.promotion_id", e -> e.getPurchaseBuilder().setPromotionId("x".repeat(101))),
                bad("refund.order_id", e -> e.setRefund(refund().setOrderId("x".repeat(101)))),
                bad("refund.items", e -> e.setRefund(refund().clearItems())),
                bad("refund.reason", e -> e.setRefund(refund().setReasonValue(8))),
                bad("refund.comment", e -> e.setRefund(refund().setComment("x".repeat(2_001)))),
                bad("case_opened.case_id", e -> e.setCaseOpened(CaseOpened.getDefaultInstance())),
                bad(
                        "case_opened.topic",
                        e -> e.setCaseOpened(
                                CaseOpened.newBuilder().setCaseId("k").setTopic("x".repeat(201)))),
                bad("case_resolved.case_id", e -> e.setCaseResolved(CaseResolved.getDefaultInstance())),
                bad(
                        "case_resolved.cost.units",
                        e -> e.setCaseResolved(
                                CaseResolved.newBuilder().setCaseId("k").setCost(Events.euros(-1, 0)))),
                bad(
                        "case_resolved.effort",
                        e -> e.setCaseResolved(CaseResolved.newBuilder()
                                .setCaseId("k")
                                .setEffort(Duration.newBuilder().setSeconds(-1)))),
                bad(
                        "case_resolved.effort",
                        e -> e.setCaseResolved(CaseResolved.newBuilder()
                                .setCaseId("k")
                                .setEffort(Duration.newBuilder().setNanos(-1)))),
                bad(
                        "promotion_redeemed.promotion_id",
                        e -> e.setPromotionRedeemed(PromotionRedeemed.getDefaultInstance())),
                bad(
                        "promotion_redeemed.value.units",
                        e -> e.setPromotionRedeemed(PromotionRedeemed.newBuilder()
                                .setPromotionId("x")
                                .setValue(Events.euros(-1, 0)))),
                bad("review.product_id", e -> e.setReview(Review.newBuilder().setRating(5))),
                bad("review.rating", e -> e.setReview(Review.newBuilder().setProductId("p"))),
                bad(
                        "review.rating",
                        e -> e.setReview(Review.newBuilder().setProductId("p").setRating(6))),
                bad(
                        "review.text",
                        e -> e.setReview(Review.newBuilder()
                                .setProductId("p")
                                .setRating(1)
                                .setText("x".repeat(10_001)))),
                bad("consent_changed.purpose", e -> e.setConsentChanged(ConsentChanged.getDefaultInstance())),
                bad(
                        "consent_changed.purpose",
                        e -> e.setConsentChanged(ConsentChanged.newBuilder().setPurpose("E-Mail"))),
                bad(
                        "consent_changed.purpose",
                        e -> e.setConsentChanged(ConsentChanged.newBuilder().setPurpose("x".repeat(61)))),
                bad(
                        "consent_changed.purpose",
                        e -> e.setConsentChanged(ConsentChanged.newBuilder().setPurpose("emial"))),
                bad("traits_changed.traits", e -> e.setTraitsChanged(TraitsChanged.getDefaultInstance())),
                badTrait(
                        "traits_changed.traits",
                        "No",
                        AttributeValue.newBuilder().setTruth(true)),
                badTrait("traits_changed.traits[a]", "a", AttributeValue.newBuilder()),
                badTrait(
                        "traits_changed.traits[a].text",
                        "a",
                        AttributeValue.newBuilder().setText("")),
                badTrait(
                        "traits_changed.traits[a].text",
                        "a",
                        AttributeValue.newBuilder().setText("x".repeat(1_001))),
                badTrait(
                        "traits_changed.traits[a]",
                        "a",
                        AttributeValue.newBuilder().setText("x".repeat(5_000))),
                badTrait(
                        "traits_changed.traits[a].number.value",
                        "a",
                        AttributeValue.newBuilder()
                                .setNumber(Quantity.newBuilder().setValue(Double.NaN))),
                badTrait(
                        "traits_changed.traits[a].number.unit",
                        "a",
                        AttributeValue.newBuilder()
                                .setNumber(Quantity.newBuilder().setUnit("x".repeat(41)))),
                badTrait(
                        "traits_changed.traits[a].list.values[1]",
                        "a",
                        AttributeValue.newBuilder()
                                .setList(TextList.newBuilder().addValues("x").addValues(""))),
                badTrait(
                        "traits_changed.traits[a].list.values",
                        "a",
                        AttributeValue.newBuilder()
                                .setList(TextList.newBuilder().addAllValues(Collections.nCopies(1_001, "x")))),
                badTrait(
                        "traits_changed.traits[a].range.min",
                        "a",
                        AttributeValue.newBuilder()
                                .setRange(QuantityRange.newBuilder().setMin(Double.NEGATIVE_INFINITY))),
                badTrait(
                        "traits_changed.traits[a].range.max",
                        "a",
                        AttributeValue.newBuilder()
                                .setRange(QuantityRange.newBuilder().setMin(2).setMax(1))));
    }

    static Stream<Consumer<Event.Builder>> kept() {
        return Stream.of(
                e -> e.setEventId("!" + "~".repeat(99)),
                e -> e.setEventTime(Events.timestamp(NOW.plusSeconds(300))),
                e -> e.setEventTime(Events.timestamp(Instant.parse("2000-01-01T00:00:00Z"))),
                e -> e.clearCustomerId().setVisitorId("v:1"),
                e -> e.setVisitorId("v-1").setSessionId("s-1").setChannel("x".repeat(40)),
                e -> e.getPurchaseBuilder()
                        .getItemsBuilder(0)
                        .setQuantity(0)
                        .setDiscount(Events.euros(10, 0))
                        .setCost(Events.euros(100_000_000, 0)),
                e -> e.getPurchaseBuilder().getItemsBuilder(0).clearPrice().setDiscount(Events.euros(0, 0)),
                e -> e.setSearch(Search.newBuilder().setSearchTerm("x".repeat(500))),
                e -> e.setRefund(refund().setReason(Refund.Reason.REASON_DOES_NOT_FIT)),
                e -> e.setCaseResolved(CaseResolved.newBuilder()
                        .setCaseId("k")
                        .setCost(Events.euros(0, 0))
                        .setEffort(Duration.newBuilder().setSeconds(720))),
                e -> e.setPromotionRedeemed(PromotionRedeemed.newBuilder().setPromotionId("x")),
                e -> e.setNewsletterChanged(SubscriptionChanged.newBuilder().setSubscribed(true)),
                e -> e.setMembershipChanged(SubscriptionChanged.getDefaultInstance()),
                e -> e.setReview(Review.newBuilder().setProductId("p").setRating(5)),
                e -> e.setConsentChanged(ConsentChanged.newBuilder().setPurpose("email")),
                e -> e.setConsentChanged(ConsentChanged.newBuilder().setPurpose("sms")),
                e -> e.setTraitsChanged(TraitsChanged.newBuilder()
                        .putAllTraits(Map.of(
                                "a", AttributeValue.newBuilder().setTruth(false).build(),
                                "b",
                                        AttributeValue.newBuilder()
                                                .setList(TextList.getDefaultInstance())
                                                .build(),
                                "c",
                                        AttributeValue.newBuilder()
                                                .setRange(QuantityRange.getDefaultInstance())
                                                .build()))));
    }

    /** One event for every text that is not in somebody's words. */
    static Stream<Arguments> labelled() {
        return Stream.of(
                label("channel", (e, text) -> e.setChannel(text)),
                label("purchase.order_id", (e, text) -> e.getPurchaseBuilder().setOrderId(text)),
                label(
                        "purchase.promotion_id",
                        (e, text) -> e.getPurchaseBuilder().setPromotionId(text)),
                label(
                        "purchase.items[0].product_id",
                        (e, text) -> e.getPurchaseBuilder().getItemsBuilder(0).setProductId(text)),
                label(
                        "purchase.items[0].category",
                        (e, text) -> e.getPurchaseBuilder().getItemsBuilder(0).setCategory(text)),
                label("refund.order_id", (e, text) -> e.setRefund(refund().setOrderId(text))),
                label(
                        "case_opened.case_id",
                        (e, text) -> e.getCaseOpenedBuilder().setCaseId(text)),
                label(
                        "case_opened.topic",
                        (e, text) -> e.getCaseOpenedBuilder().setCaseId("k").setTopic(text)),
                label(
                        "case_resolved.case_id",
                        (e, text) -> e.getCaseResolvedBuilder().setCaseId(text)),
                label(
                        "promotion_redeemed.promotion_id",
                        (e, text) -> e.getPromotionRedeemedBuilder().setPromotionId(text)),
                label(
                        "review.product_id",
                        (e, text) -> e.getReviewBuilder().setRating(5).setProductId(text)),
                label(
                        "traits_changed.traits[a].number.unit",
                        (e, text) -> setTrait(
                                e,
                                AttributeValue.newBuilder()
                                        .setNumber(Quantity.newBuilder().setUnit(text)))),
                label(
                        "traits_changed.traits[a].range.unit",
                        (e, text) -> setTrait(
                                e,
                                AttributeValue.newBuilder()
                                        .setRange(QuantityRange.newBuilder().setUnit(text)))));
    }

    /** One event for every text in somebody's words. */
    static Stream<Arguments> worded() {
        return Stream.of(
                label("search.search_term", (e, text) -> e.getSearchBuilder().setSearchTerm(text)),
                label("refund.comment", (e, text) -> e.setRefund(refund().setComment(text))),
                label(
                        "review.text",
                        (e, text) -> e.getReviewBuilder()
                                .setProductId("p")
                                .setRating(5)
                                .setText(text)),
                label(
                        "traits_changed.traits[a].text",
                        (e, text) -> setTrait(e, AttributeValue.newBuilder().setText(text))),
                label(
                        "traits_changed.traits[a].list.values[0]",
                        (e, text) -> setTrait(
                                e,
                                AttributeValue.newBuilder()
                                        .setList(TextList.newBuilder().addValues(text)))));
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void label_withAControlCharacter_isRefusedSayingWhich(String field, BiConsumer<Event.Builder, String> setting) {
        for (String control : List.of("\u0000", "\t", "\n", "\u001f", "\u007f", "\u0085", "\u009f")) {
            assertEquals(
                    List.of(new FieldViolation(
                            field, "has U+%04X as character 2; must have no control characters".formatted((int)
                                            control.charAt(0)))),
                    violations(setting, "a" + control + "b"));
        }
        assertEquals(List.of(), violations(setting, "Größe 6 – 電池"));
    }

    @ParameterizedTest
    @MethodSource("worded")
    void words_mayHaveLinesAndTabsButNoU0000(String field, BiConsumer<Event.Builder, String> setting) {
        assertEquals(List.of(), violations(setting, "a\tb\r\nc"));
        assertEquals(
                List.of(new FieldViolation(field, "has U+0000 as character 3; must not have it")),
                violations(setting, "ab\u0000"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void event_thatBreaksARule_isRefusedNamingTheField(String field, Consumer<Event.Builder> breaking) {
        Event.Builder event = valid();
        breaking.accept(event);
        List<FieldViolation> found = violations(event.build());
        assertTrue(
                found.stream().anyMatch(violation -> violation.field().equals(field)),
                () -> "expected a violation of " + field + ", found " + found);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void event_atTheBoundsOfARule_isAccepted(Consumer<Event.Builder> change) {
        Event.Builder event = valid();
        change.accept(event);
        assertEquals(List.of(), violations(event.build()));
    }

    @Test
    void timeAndPurpose_thatAreRefused_areToldAsPeopleReadThem() {
        assertEquals(
                List.of(new FieldViolation(
                        "event_time",
                        "\"2026-11-22T12:05:01Z\" must be in the year 2000 or later and at most 5 minutes in the"
                                + " future; it is 2026-11-22T12:00:00Z now")),
                violations(valid().setEventTime(Events.timestamp(NOW.plusSeconds(301)))
                        .build()));
        assertEquals(
                List.of(new FieldViolation(
                        "consent_changed.purpose",
                        "\"emial\" is no purpose of this shop; must be one of email, personalization, push, sms"
                                + " (ZUGABE_CONSENT_PURPOSES adds others)")),
                violations(valid().setConsentChanged(ConsentChanged.newBuilder().setPurpose("emial"))
                        .build()));
    }

    private List<FieldViolation> violations(Event event) {
        Violations violations = Violations.ofRequest();
        rules.check(violations, event);
        return violations.found();
    }

    private List<FieldViolation> violations(BiConsumer<Event.Builder, String> setting, String text) {
        Event.Builder event = valid();
        setting.accept(event, text);
        return violations(event.build());
    }

    private static Arguments label(String field, BiConsumer<Event.Builder, String> setting) {
        return Arguments.of(field, setting);
    }

    private static void setTrait(Event.Builder event, AttributeValue.Builder value) {
        event.setTraitsChanged(TraitsChanged.newBuilder().putTraits("a", value.build()));
    }

    private static Event.Builder valid() {
        return Events.purchase("c-1", Events.item("p-1", 1, 10)).toBuilder();
    }

    private static Refund.Builder refund() {
        return Refund.newBuilder().addItems(Events.item("p", 1, 1));
    }

    private static Arguments bad(String field, Consumer<Event.Builder> breaking) {
        return Arguments.of(field, breaking);
    }

    private static Arguments badItem(String field, Consumer<Item.Builder> breaking) {
        return bad("purchase.items[0]." + field, event -> {
            Purchase.Builder purchase = event.getPurchaseBuilder();
            breaking.accept(purchase.getItemsBuilder(0));
        });
    }

    private static Arguments badTrait(String field, String key, AttributeValue.Builder value) {
        return bad(
                field,
                event -> event.setTraitsChanged(TraitsChanged.newBuilder().putTraits(key, value.build())));
    }
}
