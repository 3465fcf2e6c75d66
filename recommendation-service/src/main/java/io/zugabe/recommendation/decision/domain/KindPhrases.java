package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Difference;
import io.zugabe.recommendation.kinds.domain.LargerPack;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences about upgrades, packs, bundles and samples, in every language from the same facts. */
final class KindPhrases {

    private static final int MOST_NAMED = 3;

    private KindPhrases() {}

    static LocalizedText promoted() {
        return text("Recommended by the shop.", "Eine Empfehlung des Shops.");
    }

    static LocalizedText sample() {
        return text("Comes with your order free of charge.", "Kommt gratis zu Ihrer Bestellung.");
    }

    /** In what it is better, and what it costs more; the first sentence is empty if nothing can be compared. */
    static LocalizedText upgrade(List<Difference> differences, Money more, LocalizedText anchor) {
        return text(
                better(differences, "en", " instead of ") + amount(more, Locale.ENGLISH) + " more than "
                        + anchor.in("en") + ".",
                better(differences, "de", " statt ") + amount(more, Locale.GERMAN) + " mehr als " + anchor.in("de")
                        + ".");
    }

    private static String better(List<Difference> differences, String language, String insteadOf) {
        String named = differences.stream()
                .filter(Difference::better)
                .limit(MOST_NAMED)
                .map(difference -> difference.name().in(language) + ": "
                        + value(difference.to(), difference.unit(), language)
                        + (difference.from().isEmpty()
                                ? ""
                                : insteadOf + value(difference.from(), difference.unit(), language)))
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? "" : Character.toUpperCase(named.charAt(0)) + named.substring(1) + ". ";
    }

    private static String value(String value, String unit, String language) {
        boolean german = language.equals("de");
        String said = switch (value) {
            case "true" -> german ? "ja" : "yes";
            case "false" -> german ? "nein" : "no";
            default -> german && value.matches("-?\\d+\\.\\d+") ? value.replace('.', ',') : value;
        };
        return unit.isEmpty() ? said : said + " " + unit;
    }

    /** How much more it holds, and what a unit costs. */
    static LocalizedText largerPack(LargerPack pack, String currency) {
        return text(
                largerPack(pack, currency, "en", " instead of ", "piece", Locale.ENGLISH),
                largerPack(pack, currency, "de", " statt ", "Stück", Locale.GERMAN));
    }

    private static String largerPack(
            LargerPack pack, String currency, String language, String insteadOf, String piece, Locale locale) {
        Difference amount = pack.amount();
        boolean small = amount.unit().equals("g") || amount.unit().equals("ml");
        String per = amount.unit().isEmpty() ? piece : small ? "100 " + amount.unit() : amount.unit();
        double units = small ? 100 : 1;
        double before = pack.unitPriceBefore() * units;
        double now = pack.unitPrice() * units;
        String format =
                String.format(locale, "%.2f", before).equals(String.format(locale, "%.2f", now)) ? "%.4f" : "%.2f";
        return value(amount.to(), amount.unit(), language) + insteadOf
                + value(amount.from(), amount.unit(), language) + ": "
                + String.format(locale, format, now) + " " + symbol(currency) + insteadOf
                + String.format(locale, format, before) + " " + symbol(currency)
                + (language.equals("de") ? " je " : " per ") + per + ".";
    }

    static LocalizedText bundle(Money price, Money list, Money saving) {
        return text(
                "Together " + amount(price, Locale.ENGLISH) + " instead of " + amount(list, Locale.ENGLISH)
                        + ": you save " + amount(saving, Locale.ENGLISH) + ".",
                "Zusammen " + amount(price, Locale.GERMAN) + " statt " + amount(list, Locale.GERMAN) + ": Sie sparen "
                        + amount(saving, Locale.GERMAN) + ".");
    }

    /** A person's sentence before ours. */
    static LocalizedText after(LocalizedText said, LocalizedText ours) {
        return said.isEmpty() ? ours : text(said.in("en") + " " + ours.in("en"), said.in("de") + " " + ours.in("de"));
    }

    private static String amount(Money money, Locale locale) {
        return String.format(locale, "%,.2f", money.amount()) + " " + symbol(money.currency());
    }

    private static String symbol(String currency) {
        return currency.equals("EUR") ? "€" : currency;
    }

    private static LocalizedText text(String english, String german) {
        return new LocalizedText(Map.of("en", english, "de", german));
    }
}
