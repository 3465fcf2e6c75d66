package io.zugabe.quickstart.imports;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Locale;

/** Events in the import format (see quickstart/README.md). */
final class EventRecords {

    private EventRecords() {}

    static Event event(JsonNode record) {
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
            default -> throw new RejectedRecord("type", "\"" + type + "\" is no kind of event");
        }
        return event.build();
    }

    /** The items; a record without a list is itself the one item (CSV has one row per item). */
    static List<Item> items(JsonNode record) {
        List<Item> items = new ArrayList<>();
        if (record.has("items")) {
            record.path("items").forEach(item -> items.add(item(item)));
        } else {
            items.add(item(record));
        }
        return items;
    }

    private static Item item(JsonNode record) {
        Item.Builder item = Item.newBuilder()
                .setProductId(Fields.text(record, "product"))
                .setQuantity(Fields.whole(record, "quantity", 0))
                .setCategory(Fields.text(record, "category"));
        Fields.amount(record, "price").ifPresent(item::setPrice);
        Fields.amount(record, "cost").ifPresent(item::setCost);
        Fields.amount(record, "discount").ifPresent(item::setDiscount);
        return item.build();
    }

    private static ItemEvent itemEvent(JsonNode record) {
        return ItemEvent.newBuilder().addAllItems(items(record)).build();
    }

    private static CaseResolved caseResolved(JsonNode record) {
        CaseResolved.Builder resolved = CaseResolved.newBuilder()
                .setCaseId(Fields.text(record, "case"))
                .setInterestSignalled(Fields.truth(record, "interest").orElse(false));
        Fields.amount(record, "case_cost").ifPresent(resolved::setCost);
        Fields.span(record, "effort").ifPresent(resolved::setEffort);
        return resolved.build();
    }

    private static PromotionRedeemed promotion(JsonNode record) {
        PromotionRedeemed.Builder promotion =
                PromotionRedeemed.newBuilder().setPromotionId(Fields.text(record, "promotion"));
        Fields.amount(record, "value").ifPresent(promotion::setValue);
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
        if (value.isEmpty()) {
            return OfferDismissed.Reason.REASON_UNSPECIFIED;
        }
        try {
            return OfferDismissed.Reason.valueOf("REASON_" + value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RejectedRecord("reason", "\"" + value + "\" is no reason of a dismissal");
        }
    }

    private static Refund.Reason reason(String value) {
        if (value.isEmpty()) {
            return Refund.Reason.REASON_UNSPECIFIED;
        }
        try {
            return Refund.Reason.valueOf("REASON_" + value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RejectedRecord("reason", "\"" + value + "\" is no reason of a return");
        }
    }
}
