package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.IncentiveType;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The sentences about incentives and shipping, in every language from the same facts. */
final class IncentivePhrases {

    private static final String ENGLISH = "en";
    private static final String GERMAN = "de";
    private static final String DUTCH = "nl";
    private static final int MICRO_DIGITS = 6;
    private static final Map<String, String> SYMBOLS = Map.of("EUR", "€", "USD", "$", "GBP", "£");
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BIS =
            DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm", Locale.GERMANY).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TOT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.of(DUTCH)).withZone(ZoneOffset.UTC);

    private IncentivePhrases() {}

    /**
     * What comes with an offer.
     *
     * @param before what one unit costs without it
     * @param anchor the name of what it complements
     * @param names the name of a product
     */
    static LocalizedText given(
            Promise promise, Money before, LocalizedText anchor, Function<String, LocalizedText> names) {
        return switch (promise.benefit()) {
            case Benefit.Percent percent -> {
                String off = percent.percent() + " % ";
                yield promise.type().ships()
                        ? shipping(promise.type(), off)
                        : price(promise, before, anchor, all(off + "off: ", off + "Rabatt: ", off + "korting: "));
            }
            case Benefit.Amount amount -> {
                Money off = new Money(before.currency(), amount.micros());
                LocalizedText less = all(english(off) + " off: ", german(off) + " Rabatt: ", dutch(off) + " korting: ");
                yield price(promise, before, anchor, less);
            }
            case Benefit.Points points ->
                all(
                        points.points() + " loyalty points come with it.",
                        "Dafür gibt es " + points.points() + " Treuepunkte.",
                        "U krijgt er " + points.points() + " spaarpunten bij.");
            case Benefit.Gift gift -> {
                LocalizedText name = names.apply(gift.product());
                yield all(
                        "Comes with a free gift: " + name.in(ENGLISH) + ".",
                        "Gratis dazu: " + name.in(GERMAN) + ".",
                        "Gratis erbij: " + name.in(DUTCH) + ".");
            }
        };
    }

    private static LocalizedText shipping(IncentiveType type, String percent) {
        return type == IncentiveType.FREE_SHIPPING
                ? all(
                        "With it the order is shipped free of charge.",
                        "Damit ist der Versand der Bestellung kostenlos.",
                        "Hiermee wordt de bestelling gratis verzonden.")
                : all(
                        "With it the shop bears " + percent + "of the order's shipping.",
                        "Damit trägt der Shop " + percent + "der Versandkosten der Bestellung.",
                        "Hiermee betaalt de winkel " + percent + "van de verzendkosten van de bestelling.");
    }

    private static LocalizedText price(Promise promise, Money before, LocalizedText anchor, LocalizedText off) {
        Money after = new Money(before.currency(), promise.priceAfter());
        String english = english(after) + " instead of " + english(before);
        String german = german(after) + " statt " + german(before);
        String dutch = dutch(after) + " in plaats van " + dutch(before);
        return switch (promise.type()) {
            case BUNDLE_PRICE ->
                all(
                        english + " together with " + anchor.in(ENGLISH) + ".",
                        german + " zusammen mit " + anchor.in(GERMAN) + ".",
                        dutch + " samen met " + anchor.in(DUTCH) + ".");
            case MEMBER_PRICE ->
                all(
                        "Members' price: " + english + ".",
                        "Mitgliederpreis: " + german + ".",
                        "Ledenprijs: " + dutch + ".");
            case DISCOUNT, GIFT, LOYALTY_POINTS, FREE_SHIPPING, SHARED_SHIPPING ->
                all(off.in(ENGLISH) + english + ".", off.in(GERMAN) + german + ".", off.in(DUTCH) + dutch + ".");
        };
    }

    /** Until when that is. */
    static LocalizedText until(Instant end) {
        return all(
                "Only until " + UNTIL.format(end) + " UTC.",
                "Nur bis " + BIS.format(end) + " Uhr (UTC).",
                "Alleen tot " + TOT.format(end) + " uur (UTC).");
    }

    /** That an offer fills what is missing to free shipping. */
    static LocalizedText fillsGap(Money missing) {
        return all(
                "Fills the " + english(missing) + " that are missing to free shipping.",
                "Füllt die " + german(missing) + ", die zum kostenlosen Versand fehlen.",
                "Hiermee komt u aan de " + dutch(missing) + " die ontbreken voor gratis verzending.");
    }

    private static String english(Money money) {
        return number(money) + " " + symbol(money);
    }

    private static String german(Money money) {
        return english(money).replace('.', ',');
    }

    private static String dutch(Money money) {
        return symbol(money) + " " + number(money).replace('.', ',');
    }

    private static String symbol(Money money) {
        return SYMBOLS.getOrDefault(money.currency(), money.currency());
    }

    private static String number(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.micros(), MICRO_DIGITS)
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static LocalizedText all(String english, String german, String dutch) {
        return new LocalizedText(Map.of(ENGLISH, english, GERMAN, german, DUTCH, dutch));
    }
}
