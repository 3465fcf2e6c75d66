package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.type.Money;
import io.zugabe.segmentation.log.domain.LoggedEvent;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.EventDecoder;
import io.zugabe.segmentation.profile.domain.CustomerEvent;
import io.zugabe.segmentation.profile.domain.Happening;
import io.zugabe.segmentation.profile.domain.Happening.Line;
import io.zugabe.segmentation.profile.domain.Stamp;
import io.zugabe.segmentation.profile.domain.TraitValue;
import io.zugabe.segmentation.v1.Event;
import io.zugabe.segmentation.v1.Item;
import io.zugabe.segmentation.v1.ItemEvent;
import io.zugabe.segmentation.v1.SurveyAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events of the log, which are valid, as profiles see them. */
@ApplicationScoped
public class EventReader implements EventDecoder {

    private static final String SURVEY_PREFIX = "survey_";
    private static final int LONGEST_TRAIT_KEY = 60;

    @Override
    public CustomerEvent decode(LoggedEvent logged) {
        Event event = parse(logged);
        Instant time = Instant.ofEpochSecond(
                event.getEventTime().getSeconds(), event.getEventTime().getNanos());
        Subject subject = event.getCustomerId().isEmpty()
                ? Subject.visitor(event.getVisitorId())
                : Subject.customer(event.getCustomerId());
        return new CustomerEvent(new Stamp(time, event.getEventId()), subject, event.getChannel(), happening(event));
    }

    private static Event parse(LoggedEvent logged) {
        try {
            return Event.parseFrom(logged.payload().duplicate());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The log holds no event at position " + logged.position(), e);
        }
    }

    private static Happening happening(Event event) {
        return switch (event.getWhatCase()) {
            case VIEW_ITEM -> new Happening.Viewed(products(event.getViewItem()));
            case SEARCH -> new Happening.Searched();
            case ADD_TO_CART -> new Happening.CartFilled(products(event.getAddToCart()));
            case REMOVE_FROM_CART -> new Happening.CartEmptied(products(event.getRemoveFromCart()));
            case BEGIN_CHECKOUT -> new Happening.CheckoutBegun();
            case PURCHASE -> new Happening.Purchased(lines(event.getPurchase().getItemsList()));
            case REFUND ->
                new Happening.Returned(
                        ReturnCauses.of(event.getRefund().getReason()),
                        lines(event.getRefund().getItemsList()));
            case CASE_OPENED -> new Happening.CaseOpened(event.getCaseOpened().getCaseId());
            case CASE_RESOLVED ->
                new Happening.CaseResolved(
                        event.getCaseResolved().getCaseId(),
                        MoneyMessages.amount(event.getCaseResolved().getCost()),
                        event.getCaseResolved().getInterestSignalled());
            case PROMOTION_REDEEMED -> new Happening.PromotionRedeemed();
            case NEWSLETTER_CHANGED ->
                new Happening.NewsletterChanged(event.getNewsletterChanged().getSubscribed());
            case MEMBERSHIP_CHANGED ->
                new Happening.MembershipChanged(event.getMembershipChanged().getSubscribed());
            case REVIEW -> new Happening.Reviewed();
            case CONSENT_CHANGED ->
                new Happening.ConsentChanged(
                        event.getConsentChanged().getPurpose(),
                        event.getConsentChanged().getGranted());
            case TRAITS_CHANGED -> new Happening.TraitsChanged(traits(event));
            case SURVEY_ANSWER -> new Happening.TraitsChanged(answer(event.getSurveyAnswer()));
            case IDENTITY_LINKED -> new Happening.IdentityLinked(event.getVisitorId());
            case CUSTOMERS_MERGED ->
                new Happening.CustomersMerged(event.getCustomersMerged().getMergedCustomerId());
            case OFFER_SHOWN -> new Happening.OffersShown(event.getOfferShown().getProductIdsList());
            case OFFER_CLICKED ->
                new Happening.OfferClicked(event.getOfferClicked().getProductIdsList());
            case OFFER_ADDED -> new Happening.OfferAdded(event.getOfferAdded().getProductIdsList());
            case OFFER_DISMISSED ->
                new Happening.OfferDismissed(event.getOfferDismissed().getProductIdsList());
            case SUBJECTS_ERASED -> new Happening.SubjectsErased();
            case WHAT_NOT_SET -> throw new IllegalStateException("An event without a kind got into the log");
        };
    }

    private static List<String> products(ItemEvent event) {
        return event.getItemsList().stream().map(Item::getProductId).toList();
    }

    private static List<Line> lines(List<Item> items) {
        return items.stream().map(EventReader::line).toList();
    }

    private static Line line(Item item) {
        Money cost = item.getCost();
        return new Line(
                item.getProductId(),
                Math.max(1, item.getQuantity()),
                MoneyMessages.amount(item.getPrice()),
                MoneyMessages.amount(item.getDiscount()),
                item.hasCost() ? MoneyMessages.amount(cost) : null,
                item.getCategory());
    }

    private static Map<String, TraitValue> answer(SurveyAnswer answer) {
        String key = SURVEY_PREFIX + answer.getQuestion();
        String cut = key.substring(0, Math.min(key.length(), LONGEST_TRAIT_KEY));
        return Map.of(cut, TraitMessages.value(answer.getAnswer()));
    }

    private static Map<String, TraitValue> traits(Event event) {
        Map<String, TraitValue> traits = new TreeMap<>();
        event.getTraitsChanged().getTraitsMap().forEach((key, value) -> traits.put(key, TraitMessages.value(value)));
        return traits;
    }
}
