package io.zugabe.segmentation.log.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What kind of thing happened, in GA4's vocabulary. */
public enum EventKind {
    VIEW_ITEM(10),
    SEARCH(11),
    ADD_TO_CART(12),
    REMOVE_FROM_CART(13),
    BEGIN_CHECKOUT(14),
    PURCHASE(15),
    REFUND(16),
    CASE_OPENED(17),
    CASE_RESOLVED(18),
    PROMOTION_REDEEMED(19),
    NEWSLETTER_CHANGED(20),
    MEMBERSHIP_CHANGED(21),
    REVIEW(22),
    CONSENT_CHANGED(23),
    TRAITS_CHANGED(24),
    SURVEY_ANSWER(25),
    IDENTITY_LINKED(26),
    CUSTOMERS_MERGED(27),
    OFFER_SHOWN(28),
    OFFER_CLICKED(29),
    OFFER_ADDED(30),
    OFFER_DISMISSED(31),
    /** Written by the service itself. */
    SUBJECTS_ERASED(32);

    private static final Map<String, EventKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventKind::wireName, Function.identity()));

    private final int number;

    EventKind(int number) {
        this.number = number;
    }

    /** Whether it must count at once: it silences offers, or allows them again. */
    public boolean presses() {
        return switch (this) {
            case CASE_OPENED, CASE_RESOLVED, CONSENT_CHANGED, OFFER_DISMISSED -> true;
            case VIEW_ITEM,
                    SEARCH,
                    ADD_TO_CART,
                    REMOVE_FROM_CART,
                    BEGIN_CHECKOUT,
                    PURCHASE,
                    REFUND,
                    PROMOTION_REDEEMED,
                    NEWSLETTER_CHANGED,
                    MEMBERSHIP_CHANGED,
                    REVIEW,
                    TRAITS_CHANGED,
                    SURVEY_ANSWER,
                    IDENTITY_LINKED,
                    CUSTOMERS_MERGED,
                    OFFER_SHOWN,
                    OFFER_CLICKED,
                    OFFER_ADDED,
                    SUBJECTS_ERASED -> false;
        };
    }

    /** The number under which the kind is stored; equals its field number in {@code Event.what} and never changes. */
    public int number() {
        return number;
    }

    /** The kind as the API calls it, for instance {@code "view_item"}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a wire name; empty if there is none. */
    public static Optional<EventKind> ofWireName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
