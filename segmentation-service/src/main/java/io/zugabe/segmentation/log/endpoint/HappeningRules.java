package io.zugabe.segmentation.log.endpoint;

import com.google.protobuf.Duration;
import io.zugabe.kit.error.Violations;
import io.zugabe.segmentation.log.KnownProducts;
import io.zugabe.segmentation.v1.CaseResolved;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.PromotionRedeemed;
import io.zugabe.segmentation.v1.Purchase;
import io.zugabe.segmentation.v1.Refund;
import io.zugabe.segmentation.v1.Review;
import io.zugabe.segmentation.v1.SurveyAnswer;

/** What makes each kind of event valid. */
final class HappeningRules {

    private static final int LONGEST_SEARCH = 500;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_TOPIC = 200;
    private static final int LONGEST_REVIEW = 10_000;
    private static final int MOST_STARS = 5;
    private static final long LONGEST_SPAN_SECONDS = 315_576_000_000L;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private final MoneyRules money;
    private final ItemRules items;
    private final Purposes purposes;

    HappeningRules(MoneyRules money, KnownProducts products, Purposes purposes) {
        this.money = money;
        this.items = new ItemRules(money, products);
        this.purposes = purposes;
    }

    void check(Violations violations, Event event) {
        switch (event.getWhatCase()) {
            case VIEW_ITEM ->
                items.checkOffered(
                        violations.at("view_item"), event.getViewItem().getItemsList());
            case SEARCH ->
                FieldRules.checkFreeText(
                        violations, "search.search_term", event.getSearch().getSearchTerm(), 1, LONGEST_SEARCH);
            case ADD_TO_CART ->
                items.checkOffered(
                        violations.at("add_to_cart"), event.getAddToCart().getItemsList());
            case REMOVE_FROM_CART ->
                items.check(
                        violations.at("remove_from_cart"),
                        event.getRemoveFromCart().getItemsList());
            case BEGIN_CHECKOUT ->
                items.checkOffered(
                        violations.at("begin_checkout"),
                        event.getBeginCheckout().getItemsList());
            case PURCHASE -> check(violations.at("purchase"), event.getPurchase());
            case REFUND -> check(violations.at("refund"), event.getRefund());
            case CASE_OPENED -> {
                FieldRules.checkName(
                        violations, "case_opened.case_id", event.getCaseOpened().getCaseId());
                FieldRules.checkLabel(
                        violations, "case_opened.topic", event.getCaseOpened().getTopic(), 0, LONGEST_TOPIC);
            }
            case CASE_RESOLVED -> check(violations.at("case_resolved"), event.getCaseResolved());
            case PROMOTION_REDEEMED -> check(violations.at("promotion_redeemed"), event.getPromotionRedeemed());
            case NEWSLETTER_CHANGED, MEMBERSHIP_CHANGED -> {}
            case REVIEW -> check(violations.at("review"), event.getReview());
            case CONSENT_CHANGED ->
                purposes.check(
                        violations,
                        "consent_changed.purpose",
                        event.getConsentChanged().getPurpose());
            case TRAITS_CHANGED ->
                TraitRules.check(
                        violations.at("traits_changed"),
                        event.getTraitsChanged().getTraitsMap());
            case SURVEY_ANSWER -> check(violations.at("survey_answer"), event.getSurveyAnswer());
            case IDENTITY_LINKED -> checkLink(violations, event);
            case CUSTOMERS_MERGED -> checkMerge(violations, event);
            case OFFER_SHOWN -> OfferRules.check(violations.at("offer_shown"), event.getOfferShown());
            case OFFER_CLICKED -> OfferRules.check(violations.at("offer_clicked"), event.getOfferClicked());
            case OFFER_ADDED -> OfferRules.check(violations.at("offer_added"), event.getOfferAdded());
            case OFFER_DISMISSED -> OfferRules.check(violations.at("offer_dismissed"), event.getOfferDismissed());
            case SUBJECTS_ERASED ->
                violations.add(
                        "subjects_erased",
                        "is written by the service alone; call PrivacyService.EraseCustomer instead");
            case WHAT_NOT_SET ->
                violations.add("what", "is required: exactly one of view_item, search, add_to_cart, … must be set");
        }
    }

    private void check(Violations violations, Purchase purchase) {
        FieldRules.checkName(violations, "order_id", purchase.getOrderId());
        items.checkOffered(violations, purchase.getItemsList());
        FieldRules.checkOptionalName(violations, "promotion_id", purchase.getPromotionId());
    }

    private void check(Violations violations, Refund refund) {
        FieldRules.checkOptionalName(violations, "order_id", refund.getOrderId());
        items.check(violations, refund.getItemsList());
        violations.check(
                refund.getReason() != Refund.Reason.UNRECOGNIZED,
                "reason",
                refund.getReasonValue(),
                "must be one of Refund.Reason, 0 to 7");
        FieldRules.checkFreeText(violations, "comment", refund.getComment(), 0, LONGEST_COMMENT);
    }

    private void check(Violations violations, CaseResolved resolved) {
        FieldRules.checkName(violations, "case_id", resolved.getCaseId());
        if (resolved.hasCost()) {
            money.check(violations, "cost", resolved.getCost());
        }
        if (resolved.hasEffort()) {
            Duration effort = resolved.getEffort();
            violations.check(
                    effort.getSeconds() >= 0
                            && effort.getSeconds() <= LONGEST_SPAN_SECONDS
                            && effort.getNanos() >= 0
                            && effort.getNanos() < NANOS_PER_SECOND,
                    "effort",
                    effort.getSeconds() + " s " + effort.getNanos() + " ns",
                    "must be a duration that is not negative");
        }
    }

    private void check(Violations violations, PromotionRedeemed redeemed) {
        FieldRules.checkName(violations, "promotion_id", redeemed.getPromotionId());
        if (redeemed.hasValue()) {
            money.check(violations, "value", redeemed.getValue());
        }
    }

    private static void check(Violations violations, SurveyAnswer answer) {
        FieldRules.checkName(violations, "survey_id", answer.getSurveyId());
        FieldRules.checkKey(violations, "question", answer.getQuestion());
        TraitRules.checkValue(violations.at("answer"), answer.getAnswer());
    }

    private static void checkLink(Violations violations, Event event) {
        requireCustomer(violations, event, "identity_linked");
        if (event.getVisitorId().isEmpty()) {
            violations.add("visitor_id", "is required with identity_linked");
        }
        String method = event.getIdentityLinked().getMethod();
        if (!method.isEmpty()) {
            FieldRules.checkKey(violations, "identity_linked.method", method);
        }
    }

    private static void checkMerge(Violations violations, Event event) {
        requireCustomer(violations, event, "customers_merged");
        String merged = event.getCustomersMerged().getMergedCustomerId();
        String field = "customers_merged.merged_customer_id";
        if (FieldRules.checkCustomer(violations, field, merged)) {
            violations.check(
                    !merged.equals(event.getCustomerId()), field, merged, "must not be the event's customer_id");
        }
    }

    private static void requireCustomer(Violations violations, Event event, String kind) {
        if (event.getCustomerId().isEmpty()) {
            violations.add("customer_id", "is required with " + kind);
        }
    }

    private void check(Violations violations, Review review) {
        FieldRules.checkName(violations, "product_id", review.getProductId());
        items.checkKnown(violations, review.getProductId());
        violations.checkRange("rating", review.getRating(), 1, MOST_STARS);
        FieldRules.checkFreeText(violations, "text", review.getText(), 0, LONGEST_REVIEW);
    }
}
