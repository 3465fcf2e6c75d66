package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.kinds.domain.Difference;
import io.zugabe.recommendation.kinds.domain.LargerPack;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said about upgrades, packs, bundles and samples, in every language from the same facts. */
final class KindPhrases {

    private static final int MOST_NAMED = 3;

    private KindPhrases() {}

    static LocalizedText promoted() {
        return Sentence.PROMOTED.facts().text();
    }

    static LocalizedText sample() {
        return Sentence.SAMPLE.facts().text();
    }

    /** In what it is better, and what it costs more; the first sentence is left out if nothing can be compared. */
    static LocalizedText upgrade(List<Difference> differences, Money more, LocalizedText anchor) {
        LocalizedText costs =
                Sentence.COSTS_MORE.with("more", more).with("anchor", anchor).text();
        return costs.isEmpty() ? costs : each(language -> better(differences, language) + costs.in(language.tag()));
    }

    private static String better(List<Difference> differences, Language language) {
        String named = differences.stream()
                .filter(Difference::better)
                .limit(MOST_NAMED)
                .map(difference -> difference.name().in(language.tag()) + ": "
                        + value(difference.to(), difference.unit(), language)
                        + (difference.from().isEmpty()
                                ? ""
                                : language.words().insteadOf() + value(difference.from(), difference.unit(), language)))
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? "" : Character.toUpperCase(named.charAt(0)) + named.substring(1) + ". ";
    }

    private static String value(String value, String unit, Language language) {
        String said = switch (value) {
            case "true" -> language.words().yes();
            case "false" -> language.words().no();
            default -> value.matches("-?\\d+\\.\\d+") ? value.replace('.', language.point()) : value;
        };
        return unit.isEmpty() ? said : said + " " + unit;
    }

    /** How much more it holds, and what a unit costs. */
    static LocalizedText largerPack(LargerPack pack, String currency) {
        return each(language -> largerPack(pack, currency, language));
    }

    private static String largerPack(LargerPack pack, String currency, Language language) {
        Language.Words words = language.words();
        Difference amount = pack.amount();
        boolean small = amount.unit().equals("g") || amount.unit().equals("ml");
        String per = amount.unit().isEmpty() ? words.piece() : small ? "100 " + amount.unit() : amount.unit();
        double units = small ? 100 : 1;
        double before = pack.unitPriceBefore() * units;
        double now = pack.unitPrice() * units;
        Locale locale = language.locale();
        String format =
                String.format(locale, "%.2f", before).equals(String.format(locale, "%.2f", now)) ? "%.4f" : "%.2f";
        return value(amount.to(), amount.unit(), language) + words.insteadOf()
                + value(amount.from(), amount.unit(), language) + ": "
                + String.format(locale, format, now) + " " + symbol(currency) + words.insteadOf()
                + String.format(locale, format, before) + " " + symbol(currency)
                + words.per() + per + ".";
    }

    static LocalizedText bundle(Money price, Money list, Money saving) {
        return Sentence.BUNDLE
                .with("price", price)
                .with("list", list)
                .with("saving", saving)
                .text();
    }

    /** A person's sentence before ours; in a language that they did not write, ours alone. */
    static LocalizedText after(LocalizedText said, LocalizedText ours) {
        return each(language -> {
            String theirs = said.texts().getOrDefault(language.tag(), "");
            return theirs.isEmpty() ? ours.in(language.tag()) : theirs + " " + ours.in(language.tag());
        });
    }

    /** With the currency, as the language writes it. */
    static String amount(Money money, Locale locale) {
        return String.format(locale, "%,.2f", money.amount()) + " " + symbol(money.currency());
    }

    private static String symbol(String currency) {
        return currency.equals("EUR") ? "€" : currency;
    }

    private static LocalizedText each(Function<Language, String> said) {
        Map<String, String> texts = new HashMap<>();
        for (Language language : Language.values()) {
            texts.put(language.tag(), said.apply(language));
        }
        return new LocalizedText(texts);
    }
}
