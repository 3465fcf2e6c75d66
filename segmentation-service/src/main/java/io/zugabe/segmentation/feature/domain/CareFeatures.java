package io.zugabe.segmentation.feature.domain;

import static io.zugabe.segmentation.feature.domain.Declaration.ALWAYS;
import static io.zugabe.segmentation.feature.domain.Declaration.always;
import static io.zugabe.segmentation.feature.domain.Declaration.days;
import static io.zugabe.segmentation.feature.domain.Declaration.known;
import static io.zugabe.segmentation.feature.domain.Declaration.lastYear;
import static io.zugabe.segmentation.feature.domain.Declaration.number;
import static io.zugabe.segmentation.feature.domain.Declaration.year;

import io.zugabe.segmentation.feature.domain.Feature.Type;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.Profile;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Service cases, and what became of offers. */
final class CareFeatures {

    private static final int YEAR = 12;

    private CareFeatures() {}

    static List<Declaration> all() {
        return List.of(
                known(
                        plain("open_cases", "cases", ALWAYS, "service cases", "Service cases that wait to be solved."),
                        reading -> reading.profile().service().open().entries().values().stream()
                                .filter(Dated::value)
                                .count()),
                always("cases", Measure.CASES, "Service cases opened."),
                year("cases_12m", Measure.CASES, "Service cases opened within a year."),
                year("service_cost_12m", Measure.SERVICE_COST, "What service cases cost within a year."),
                number(
                        plain(
                                "service_cost_share_12m",
                                "",
                                lastYear(),
                                "service cases, orders",
                                "What service cases cost, as a share of sales after discount."),
                        reading -> Reading.share(
                                reading.months(Measure.SERVICE_COST, YEAR), reading.months(Measure.PAID, YEAR))),
                number(
                        plain("days_since_last_case", "days", ALWAYS, "service cases", "Time since the latest case."),
                        reading -> reading.daysSince(reading.profile().service().lastOpened())),
                new Declaration(
                        new Feature(
                                "interest_signalled",
                                Type.TRUTH,
                                "",
                                ALWAYS,
                                "service cases solved",
                                "",
                                "Whether interest in an offer was signalled when the latest case was solved."),
                        reading -> interest(reading.profile())),
                always("offers_shown", Measure.OFFERS_SHOWN, "Times offers were shown."),
                days("offers_shown_30d", Measure.OFFERS_SHOWN, 30, "Times offers were shown within 30 days."),
                days("offers_clicked_30d", Measure.OFFERS_CLICKED, 30, "Offers clicked within 30 days."),
                days("offers_added_30d", Measure.OFFERS_ADDED, 30, "Offers added to the cart within 30 days."),
                days("offers_dismissed_30d", Measure.OFFERS_DISMISSED, 30, "Offers dismissed within 30 days."),
                known(
                        plain(
                                "offers_without_interest",
                                "",
                                "latest 92 active days",
                                "offers shown, clicked, added",
                                "Times offers were shown since the day of the latest click or addition."),
                        reading -> reading.profile().shownWithoutInterest()),
                number(
                        plain("offer_click_rate", "", ALWAYS, "offers shown, clicked", "Clicks per time shown."),
                        reading -> Reading.share(
                                reading.always(Measure.OFFERS_CLICKED), reading.always(Measure.OFFERS_SHOWN))),
                number(
                        plain(
                                "offer_dismissal_rate",
                                "",
                                ALWAYS,
                                "offers shown, dismissed",
                                "Dismissals per time shown."),
                        reading -> Reading.share(
                                reading.always(Measure.OFFERS_DISMISSED), reading.always(Measure.OFFERS_SHOWN))),
                number(
                        plain("days_since_last_offer", "days", ALWAYS, "offers shown", "Time since the latest offer."),
                        reading -> reading.daysSince(reading.profile().offers().lastShown())),
                number(
                        plain(
                                "days_since_last_dismissal",
                                "days",
                                ALWAYS,
                                "offers dismissed",
                                "Time since an offer was dismissed."),
                        CareFeatures::daysSinceDismissal));
    }

    private static Feature plain(String name, String unit, String window, String source, String description) {
        return new Feature(name, Type.NUMBER, unit, window, source, "", description);
    }

    private static Optional<FeatureValue> interest(Profile profile) {
        Dated<Boolean> interest = profile.service().interest();
        return interest == null ? Optional.empty() : Optional.of(new FeatureValue.Truth(interest.value()));
    }

    private static OptionalDouble daysSinceDismissal(Reading reading) {
        @Nullable
        Instant latest = reading.profile().offers().dismissed().entries().values().stream()
                .map(dismissed -> dismissed.stamp().time())
                .max(Comparator.naturalOrder())
                .orElse(null);
        return reading.daysSince(latest);
    }
}
