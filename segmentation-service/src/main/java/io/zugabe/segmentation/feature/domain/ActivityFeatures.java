package io.zugabe.segmentation.feature.domain;

import static io.zugabe.segmentation.feature.domain.Declaration.ALWAYS;
import static io.zugabe.segmentation.feature.domain.Declaration.always;
import static io.zugabe.segmentation.feature.domain.Declaration.days;
import static io.zugabe.segmentation.feature.domain.Declaration.known;
import static io.zugabe.segmentation.feature.domain.Declaration.lastDays;
import static io.zugabe.segmentation.feature.domain.Declaration.number;

import io.zugabe.segmentation.feature.domain.Feature.Type;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What customers looked at, and what lies in their cart. */
final class ActivityFeatures {

    private static final double HALF_LIFE_DAYS = 14;
    private static final double HOURS_PER_DAY = 24;

    private ActivityFeatures() {}

    static List<Declaration> all() {
        return List.of(
                always("views", Measure.VIEWS, "Product views."),
                days("views_7d", Measure.VIEWS, 7, "Product views within a week."),
                days("views_30d", Measure.VIEWS, 30, "Product views within 30 days."),
                known(
                        new Feature(
                                "views_decayed",
                                Type.NUMBER,
                                "",
                                "latest 92 active days",
                                "product views by day",
                                "half-life of 14 days",
                                "Product views, older ones counting less."),
                        reading -> reading.decayed(Measure.VIEWS, HALF_LIFE_DAYS)),
                days("searches_30d", Measure.SEARCHES, 30, "Searches within 30 days."),
                days("cart_additions_30d", Measure.CART_ADDITIONS, 30, "Times something was put in the cart."),
                days("cart_removals_30d", Measure.CART_REMOVALS, 30, "Times something was taken out of the cart."),
                days("checkouts_30d", Measure.CHECKOUTS, 30, "Checkouts begun within 30 days."),
                always("reviews", Measure.REVIEWS, "Reviews written."),
                Declaration.year("promotions_12m", Measure.PROMOTIONS, "Promotions redeemed within a year."),
                known(
                        plain("active_days_30d", "days", lastDays(30), "any event that is counted", "Active days."),
                        reading -> reading.activeDays(30)),
                known(
                        plain("active_days_90d", "days", lastDays(90), "any event that is counted", "Active days."),
                        reading -> reading.activeDays(90)),
                number(
                        plain("days_since_first_event", "days", ALWAYS, "any event", "Time since the first event."),
                        reading -> reading.daysSince(reading.profile().firstEvent())),
                number(
                        plain("days_since_last_event", "days", ALWAYS, "any event", "Time since the latest event."),
                        reading -> reading.daysSince(reading.profile().lastEvent())),
                known(
                        plain("cart_items", "products", ALWAYS, "cart changes and orders", "Products in the cart."),
                        reading -> inCart(reading.profile()).size()),
                number(
                        plain(
                                "hours_since_cart_filled",
                                "hours",
                                ALWAYS,
                                "cart changes and orders",
                                "Time since the latest product that lies in the cart was put there."),
                        ActivityFeatures::hoursSinceCartFilled),
                number(
                        plain(
                                "cart_abandonment",
                                "",
                                ALWAYS,
                                "cart changes and orders",
                                "Share of the times something was put in the cart that no order followed."),
                        reading -> Reading.share(
                                Math.max(0, reading.always(Measure.CART_ADDITIONS) - reading.always(Measure.ORDERS)),
                                reading.always(Measure.CART_ADDITIONS))),
                new Declaration(
                        new Feature("channels", Type.TEXTS, "", ALWAYS, "any event", "", "Channels used."),
                        reading -> Optional.of(new FeatureValue.Texts(
                                List.copyOf(reading.profile().channels().keySet())))),
                new Declaration(
                        new Feature("usual_channel", Type.TEXT, "", ALWAYS, "any event", "", "The channel used most."),
                        reading -> usualChannel(reading.profile())));
    }

    private static Feature plain(String name, String unit, String window, String source, String description) {
        return new Feature(name, Type.NUMBER, unit, window, source, "", description);
    }

    private static List<Instant> inCart(Profile profile) {
        return profile.cart().entries().values().stream()
                .filter(Dated::value)
                .map(Dated::stamp)
                .map(Stamp::time)
                .toList();
    }

    private static OptionalDouble hoursSinceCartFilled(Reading reading) {
        Optional<Instant> latest = inCart(reading.profile()).stream().max(Comparator.naturalOrder());
        OptionalDouble days = reading.daysSince(latest.orElse(null));
        return days.isEmpty() ? days : OptionalDouble.of(days.getAsDouble() * HOURS_PER_DAY);
    }

    /** The first in alphabetical order of those used most. */
    private static Optional<FeatureValue> usualChannel(Profile profile) {
        return profile.channels().entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .<FeatureValue>map(entry -> new FeatureValue.Text(entry.getKey()));
    }
}
