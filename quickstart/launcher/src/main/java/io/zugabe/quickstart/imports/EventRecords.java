package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import io.zugabe.segmentation.v1.CaseOpened;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.ConsentChanged;
import io.zugabe.segmentation.v1.CustomersMerged;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.IdentityLinked;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.OfferDismissed;
import io.zugabe.segmentation.v1.OfferEvent;
import io.zugabe.segmentation.v1.PromotionRedeemed;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Review;
import io.zugabe.segmentation.v1.Search;
import io.zugabe.segmentation.v1.SubscriptionChanged;
import io.zugabe.segmentation.v1.SurveyAnswer;
import io.zugabe.segmentation.v1.TraitsChanged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Events in the import format (see quickstart/README.md). */
final class EventRecords {

    private static final String REASON = "REASON_";
    private static final String UNSPECIFIED = "REASON_UNSPECIFIED";

    /** The kinds of events as shops name them: all but the one that the service writes itself. */
    private static final String KINDS = Event.getDescriptor().getOneofs().getFirst().getFields().stream()
            .filter(field -> field.getNumber() != Event.SUBJECTS_ERASED_FIELD_NUMBER)
            .map(FieldDescriptor::getName)
            .collect(Collectors.joining(", "));

    private EventRecords() {}

    static Event event(JsonNode record) {
        EventShape.check(record);
        Event.Builder event = Event.newBuilder()
                .setEventId(Fields.required(record, "id"))
                .setEventTime(Fields.time(record, "time"))
                .setCustomerId(Fields.text(record, "customer"))
                .setVisitorId(Fields.text(record, "visitor"))
                .setSessionId(Fields.text(record, "session"))
                .setChannel(Fields.text(record, "channel"));
        String type = Fields.required(record, "type");
        switch (type) {
            case "view_item" -> event.setViewItem(itemEvent(record));
            case "search" -> event.setSearch(Search.newBuilder().setSearchTerm(Fields.text(record, "search")));
            case "add_to_cart" -> event.setAddToCart(itemEvent(record));
            case "remove_from_cart" -> event.setRemoveFromCart(itemEvent(record));
            case "begin_checkout" -> event.setBeginCheckout(itemEvent(record));
            case "purchase" ->
                event.setPurchase(Purchase.newBuilder()
                        .setOrderId(Fields.text(record, "order"))
                        .addAllItems(items(record))
                        .setPromotionId(Fields.text(record, "promotion")));
            case "refund" ->
                event.setRefund(Refund.newBuilder()
                        .setOrderId(Fields.text(record, "order"))
                        .addAllItems(items(record))
                        .setReason(reason(Fields.text(record, "reason")))
                        .setComment(Fields.text(record, "comment")));
            case "case_opened" ->
                event.setCaseOpened(CaseOpened.newBuilder()
                        .setCaseId(Fields.text(record, "case"))
                        .setTopic(Fields.text(record, "topic")));
            case "case_resolved" -> event.setCaseResolved(caseResolved(record));
            case "promotion_redeemed" -> event.setPromotionRedeemed(promotion(record));
            case "newsletter_changed" -> event.setNewsletterChanged(subscription(record));
            case "membership_changed" -> event.setMembershipChanged(subscription(record));
            case "review" ->
                event.setReview(Review.newBuilder()
                        .setProductId(items(record).getFirst().getProductId())
                        .setRating((int) Fields.whole(record, "rating", 0))
                        .setText(Fields.text(record, "text")));
            case "consent_changed" ->
                event.setConsentChanged(ConsentChanged.newBuilder()
                        .setPurpose(Fields.text(record, "purpose"))
                        .setGranted(Fields.truth(record, "granted").orElse(false)));
            case "traits_changed" -> event.setTraitsChanged(traits(record));
            case "survey_answer" ->
                event.setSurveyAnswer(SurveyAnswer.newBuilder()
                        .setSurveyId(Fields.text(record, "survey"))
                        .setQuestion(Fields.text(record, "question"))
                        .setAnswer(Fields.attribute("answer", record.path("answer"))));
            case "identity_linked" ->
                event.setIdentityLinked(IdentityLinked.newBuilder().setMethod(Fields.text(record, "method")));
            case "customers_merged" ->
                event.setCustomersMerged(
                        CustomersMerged.newBuilder().setMergedCustomerId(Fields.text(record, "merged")));
            case "offer_shown" -> event.setOfferShown(offer(record));
            case "offer_clicked" -> event.setOfferClicked(offer(record));
            case "offer_added" -> event.setOfferAdded(offer(record));
            case "offer_dismissed" ->
                event.setOfferDismissed(OfferDismissed.newBuilder()
                        .setDecisionId(Fields.text(record, "decision"))
                        .setPlacement(Fields.text(record, "placement"))
                        .addAllProductIds(products(record))
                        .setReason(dismissal(Fields.text(record, "reason"))));
            default -> throw RejectedRecord.value("type", type, "is no kind of event; must be one of " + KINDS);
        }
        return event.build();
    }

    /** The items; a record without a list is itself the one item (CSV has one row per item). */
    static List<Item> items(JsonNode record) {
        List<Item> items = new ArrayList<>();
        if (record.has("items")) {
            JsonNode list = record.path("items");
            for (int i = 0; i < list.size(); i++) {
                items.add(item(list.get(i), "items[" + i + "]."));
            }
        } else {
            items.add(item(record));
        }
        return items;
    }

    private static Item item(JsonNode record, String prefix) {
        try {
            return item(record);
        } catch (RejectedRecord wrong) {
            throw new RejectedRecord(prefix + wrong.field(), wrong.problem());
        }
    }

    private static Item item(JsonNode record) {
        Item.Builder item = Item.newBuilder()
                .setProductId(Fields.text(record, "product"))
                .setQuantity(Fields.whole(record, "quantity", 0))
                .setCategory(Fields.text(record, "category"));
        Fields.plainAmount(record, "price").ifPresent(item::setPrice);
        Fields.plainAmount(record, "cost").ifPresent(item::setCost);
        Fields.plainAmount(record, "discount").ifPresent(item::setDiscount);
        return item.build();
    }

    private static ItemEvent itemEvent(JsonNode record) {
        return ItemEvent.newBuilder().addAllItems(items(record)).build();
    }

    private static CaseResolved caseResolved(JsonNode record) {
        CaseResolved.Builder resolved = CaseResolved.newBuilder()
                .setCaseId(Fields.text(record, "case"))
                .setInterestSignalled(Fields.truth(record, "interest").orElse(false));
        Fields.plainAmount(record, "case_cost").ifPresent(resolved::setCost);
        Fields.span(record, "effort").ifPresent(resolved::setEffort);
        return resolved.build();
    }

    private static PromotionRedeemed promotion(JsonNode record) {
        PromotionRedeemed.Builder promotion =
                PromotionRedeemed.newBuilder().setPromotionId(Fields.text(record, "promotion"));
        Fields.plainAmount(record, "value").ifPresent(promotion::setValue);
        return promotion.build();
    }

    private static SubscriptionChanged subscription(JsonNode record) {
        return SubscriptionChanged.newBuilder()
                .setSubscribed(Fields.truth(record, "subscribed").orElse(false))
                .build();
    }

    private static TraitsChanged traits(JsonNode record) {
        TraitsChanged.Builder traits = TraitsChanged.newBuilder();
        record.path("traits")
                .properties()
                .forEach(entry -> traits.putTraits(
                        entry.getKey(), Fields.attribute("traits." + entry.getKey(), entry.getValue())));
        return traits.build();
    }

    private static OfferEvent offer(JsonNode record) {
        return OfferEvent.newBuilder()
                .setDecisionId(Fields.text(record, "decision"))
                .setPlacement(Fields.text(record, "placement"))
                .addAllProductIds(products(record))
                .build();
    }

    private static List<String> products(JsonNode record) {
        return items(record).stream().map(Item::getProductId).toList();
    }

    private static OfferDismissed.Reason dismissal(String value) {
        return value.isEmpty()
                ? OfferDismissed.Reason.REASON_UNSPECIFIED
                : named(OfferDismissed.Reason.class, value, "is no reason of a dismissal");
    }

    private static Refund.Reason reason(String value) {
        return value.isEmpty()
                ? Refund.Reason.REASON_UNSPECIFIED
                : named(Refund.Reason.class, value, "is no reason of a return");
    }

    private static <E extends Enum<E>> E named(Class<E> reasons, String value, String problem) {
        String name = REASON + value.toUpperCase(Locale.ROOT);
        List<E> known = Arrays.stream(reasons.getEnumConstants())
                .filter(reason ->
                        reason.name().startsWith(REASON) && !reason.name().equals(UNSPECIFIED))
                .toList();
        return known.stream()
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RejectedRecord.value(
                        "reason",
                        value,
                        problem + "; must be one of "
                                + known.stream()
                                        .map(reason -> reason.name().substring(REASON.length()))
                                        .collect(Collectors.joining(", "))));
    }
}
