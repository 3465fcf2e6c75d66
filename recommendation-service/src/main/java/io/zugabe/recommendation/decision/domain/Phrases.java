package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.baskets.domain.PairCounts;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The sentences of reasons. Each is written in every language from the same facts. */
final class Phrases {

    private static final String ENGLISH = "en";
    private static final String GERMAN = "de";

    private Phrases() {}

    static LocalizedText fits(LocalizedText host) {
        return both(host, "Fits %s."::formatted, "Passt an oder in %s."::formatted);
    }

    static LocalizedText complements(LocalizedText anchor) {
        return both(anchor, "Goes with %s."::formatted, "Ergänzt %s."::formatted);
    }

    static LocalizedText boughtTogether(int kept, int support, int orders, LocalizedText anchor) {
        return kept == support
                ? both(
                        anchor,
                        name -> "%d of %d orders with %s also had this.".formatted(kept, orders, name),
                        name -> "%d von %d Bestellungen mit %s enthielten auch diesen Artikel."
                                .formatted(kept, orders, name))
                : both(
                        anchor,
                        name -> "%d of %d orders with %s also had this, and both were kept."
                                .formatted(kept, orders, name),
                        name ->
                                "%d von %d Bestellungen mit %s enthielten auch diesen Artikel, und beides wurde behalten."
                                        .formatted(kept, orders, name));
    }

    static LocalizedText boughtTogetherInSet(PairCounts counts, LocalizedText one, LocalizedText other) {
        boolean allKept = counts.kept() == counts.support();
        String english = allKept
                ? "%d of %d orders with %s and %s also had this."
                : "%d of %d orders with %s and %s also had this, and all three were kept.";
        String german = allKept
                ? "%d von %d Bestellungen mit %s und %s enthielten auch diesen Artikel."
                : "%d von %d Bestellungen mit %s und %s enthielten auch diesen Artikel, und alle drei wurden behalten.";
        return new LocalizedText(Map.of(
                ENGLISH, english.formatted(counts.kept(), counts.anchorBaskets(), one.in(ENGLISH), other.in(ENGLISH)),
                GERMAN, german.formatted(counts.kept(), counts.anchorBaskets(), one.in(GERMAN), other.in(GERMAN))));
    }

    static LocalizedText boughtTogetherWith(
            PairCounts counts, int withThird, LocalizedText anchor, LocalizedText third) {
        boolean allKept = counts.kept() == counts.support();
        String english = allKept
                ? "%d of %d orders with %s also had this, %d of them with %s as well."
                : "%d of %d orders with %s also had this and kept both, %d of them with %s as well.";
        String german = allKept
                ? "%d von %d Bestellungen mit %s enthielten auch diesen Artikel, %d davon auch %s."
                : "%d von %d Bestellungen mit %s enthielten auch diesen Artikel und behielten beides, %d davon auch %s.";
        return new LocalizedText(Map.of(
                ENGLISH,
                        english.formatted(
                                counts.kept(),
                                counts.anchorBaskets(),
                                anchor.in(ENGLISH),
                                withThird,
                                third.in(ENGLISH)),
                GERMAN,
                        german.formatted(
                                counts.kept(),
                                counts.anchorBaskets(),
                                anchor.in(GERMAN),
                                withThird,
                                third.in(GERMAN))));
    }

    static LocalizedText alsoBought(int later, int customers, LocalizedText anchor) {
        return both(
                anchor,
                name -> "%d of %d customers who bought %s bought this later.".formatted(later, customers, name),
                name -> "%d von %d Kunden, die %s gekauft haben, kauften später auch diesen Artikel."
                        .formatted(later, customers, name));
    }

    static LocalizedText learnedComplement(int both, int customers, LocalizedText anchor) {
        return both(
                anchor,
                name -> "%d of %d customers who bought something like %s also bought something like this."
                        .formatted(both, customers, name),
                name -> "%d von %d Kunden, die etwas wie %s kauften, kauften auch etwas wie diesen Artikel."
                        .formatted(both, customers, name));
    }

    static LocalizedText similarProduct(int kept, int orders, LocalizedText similar, LocalizedText anchor) {
        return new LocalizedText(Map.of(
                ENGLISH,
                        "%d of %d orders with %s, which is similar to %s, also had this."
                                .formatted(kept, orders, similar.in(ENGLISH), anchor.in(ENGLISH)),
                GERMAN,
                        "%d von %d Bestellungen mit %s (ähnlich wie %s) enthielten auch diesen Artikel."
                                .formatted(kept, orders, similar.in(GERMAN), anchor.in(GERMAN))));
    }

    static LocalizedText wantedLater(int later, int pairs, long medianDays) {
        return new LocalizedText(Map.of(
                ENGLISH,
                        "Of %d customers who bought products of both types, %d bought this kind later, half of them within %s."
                                .formatted(pairs, later, counted(medianDays, "day", "days")),
                GERMAN,
                        "Von %d Kunden, die Artikel beider Arten kauften, kauften %d diese Art später, die Hälfte davon binnen %s."
                                .formatted(pairs, later, counted(medianDays, "Tag", "Tagen"))));
    }

    static LocalizedText wantedAtOnce(int atOnce, int pairs) {
        return new LocalizedText(Map.of(
                ENGLISH,
                        "Of %d customers who bought products of both types, %d bought this kind in the same order or before."
                                .formatted(pairs, atOnce),
                GERMAN,
                        "Von %d Kunden, die Artikel beider Arten kauften, kauften %d diese Art in derselben Bestellung oder vorher."
                                .formatted(pairs, atOnce)));
    }

    static LocalizedText popularLately(int orders, int days) {
        return new LocalizedText(Map.of(
                ENGLISH,
                        "Bought in %d of the latest orders, within %s.".formatted(orders, counted(days, "day", "days")),
                GERMAN,
                        "In %d der letzten Bestellungen gekauft, binnen %s."
                                .formatted(orders, counted(days, "Tag", "Tagen"))));
    }

    static LocalizedText popularInSeason(int orders, Month month) {
        return new LocalizedText(Map.of(
                ENGLISH,
                        "Bought in %s of former years in %s."
                                .formatted(
                                        counted(orders, "order", "orders"),
                                        month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                GERMAN,
                        "In früheren Jahren im %s in %s gekauft."
                                .formatted(
                                        month.getDisplayName(TextStyle.FULL, Locale.GERMAN),
                                        counted(orders, "Bestellung", "Bestellungen"))));
    }

    static LocalizedText popular(int orders) {
        return new LocalizedText(Map.of(
                ENGLISH, "Bought and kept in " + counted(orders, "order", "orders") + ".",
                GERMAN, "In " + counted(orders, "Bestellung", "Bestellungen") + " gekauft und behalten."));
    }

    static LocalizedText taste() {
        return new LocalizedText(Map.of(
                ENGLISH, "Orders like this one hold this more often than others.",
                GERMAN, "Bestellungen wie diese enthalten diesen Artikel öfter als andere."));
    }

    static LocalizedText similarVisits(int visits, int neighbours) {
        return new LocalizedText(Map.of(
                ENGLISH, "%d of the %d visits most like this one looked at this.".formatted(visits, neighbours),
                GERMAN,
                        "In %d der %d ähnlichsten Besuche wurde dieser Artikel angesehen."
                                .formatted(visits, neighbours)));
    }

    /** With one digit after the point; formatting by a pattern takes longer than everything else in a sentence. */
    private static String tenths(double value, char point) {
        long tenths = Math.round(value * 10);
        return Long.toString(tenths / 10) + point + tenths % 10;
    }

    static LocalizedText wellRated(double average, long ratings) {
        return new LocalizedText(Map.of(
                ENGLISH, tenths(average, '.') + " of 5 stars from " + ratings + " customers.",
                GERMAN, tenths(average, ',') + " von 5 Sternen von " + ratings + " Kunden."));
    }

    private static String counted(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static LocalizedText both(
            LocalizedText name, Function<String, String> english, Function<String, String> german) {
        return new LocalizedText(
                Map.of(ENGLISH, english.apply(name.in(ENGLISH)), GERMAN, german.apply(name.in(GERMAN))));
    }
}
