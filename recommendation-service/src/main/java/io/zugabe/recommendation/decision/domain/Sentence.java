package io.zugabe.recommendation.decision.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of reasons in every language. Gaps are filled with evidence: <code>{host}</code> with a name, a number, a
 * month or a day as the language writes it; <code>{orders|order|orders}</code> with a number and the word for one or for
 * several; <code>{kept?was|were}</code> with that word alone. A sentence with a gap that no evidence fills cannot be said:
 * {@link Facts#text} is empty then.
 */
enum Sentence {
    FITS("Fits {host}.", "Passt an oder in {host}.", "Past op of in {host}."),
    COMPLEMENTS("Goes with {anchor}.", "Ergänzt {anchor}.", "Hoort bij {anchor}."),
    BOUGHT_TOGETHER(
            "{kept} of {orders|order|orders} with {anchor} also had this.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {anchor} {kept?enthielt|enthielten} auch diesen Artikel.",
            "In {kept} van {orders|bestelling|bestellingen} met {anchor} zat ook dit artikel."),
    BOUGHT_TOGETHER_KEPT(
            "{kept} of {orders|order|orders} with {anchor} also had this, and both were kept.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {anchor} {kept?enthielt|enthielten} auch diesen Artikel, und beides wurde behalten.",
            "In {kept} van {orders|bestelling|bestellingen} met {anchor} zat ook dit artikel, en beide werden gehouden."),
    BOUGHT_IN_SET(
            "{kept} of {orders|order|orders} with {one} and {other} also had this.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {one} und {other} {kept?enthielt|enthielten} auch diesen Artikel.",
            "In {kept} van {orders|bestelling|bestellingen} met {one} en {other} zat ook dit artikel."),
    BOUGHT_IN_SET_KEPT(
            "{kept} of {orders|order|orders} with {one} and {other} also had this, and all three were kept.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {one} und {other} {kept?enthielt|enthielten} auch diesen Artikel, und alle drei wurden behalten.",
            "In {kept} van {orders|bestelling|bestellingen} met {one} en {other} zat ook dit artikel, en alle drie werden gehouden."),
    BOUGHT_WITH_THIRD(
            "{kept} of {orders|order|orders} with {anchor} also had this, {both} of them with {third} as well.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {anchor} {kept?enthielt|enthielten} auch diesen Artikel, {both} davon auch {third}.",
            "In {kept} van {orders|bestelling|bestellingen} met {anchor} zat ook dit artikel, in {both} daarvan ook {third}."),
    BOUGHT_WITH_THIRD_KEPT(
            "{kept} of {orders|order|orders} with {anchor} also had this and kept both, {both} of them with {third} as well.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {anchor} {kept?enthielt|enthielten} auch diesen Artikel und {kept?behielt|behielten} beides, {both} davon auch {third}.",
            "In {kept} van {orders|bestelling|bestellingen} met {anchor} zat ook dit artikel en werden beide gehouden, in {both} daarvan ook {third}."),
    ALSO_BOUGHT(
            "{later} of {customers|customer|customers} who bought {anchor} bought this later.",
            "{later} von {customers|Kunden|Kunden}, die {anchor} gekauft haben, {later?kaufte|kauften} später auch diesen Artikel.",
            "{later} van {customers|klant|klanten} die {anchor} kochten, {later?kocht|kochten} later ook dit artikel."),
    LEARNED_COMPLEMENT(
            "{both} of {customers|customer|customers} who bought something like {anchor} also bought something like this.",
            "{both} von {customers|Kunden|Kunden}, die etwas wie {anchor} kauften, {both?kaufte|kauften} auch etwas wie diesen Artikel.",
            "{both} van {customers|klant|klanten} die iets als {anchor} kochten, {both?kocht|kochten} ook iets als dit artikel."),
    SIMILAR_PRODUCT(
            "{kept} of {orders|order|orders} with {similar}, which is similar to {anchor}, also had this.",
            "{kept} von {orders|Bestellung|Bestellungen} mit {similar} (ähnlich wie {anchor}) {kept?enthielt|enthielten} auch diesen Artikel.",
            "In {kept} van {orders|bestelling|bestellingen} met {similar}, dat op {anchor} lijkt, zat ook dit artikel."),
    WANTED_LATER(
            "Of {pairs|customer|customers} who bought products of both types, {later} bought this kind later, half of them within {days|day|days}.",
            "Von {pairs|Kunden|Kunden}, die Artikel beider Arten kauften, {later?kaufte|kauften} {later} diese Art später, die Hälfte davon binnen {days|Tag|Tagen}.",
            "Van {pairs|klant|klanten} die artikelen van beide soorten kochten, {later?kocht|kochten} er {later} deze soort later, de helft daarvan binnen {days|dag|dagen}."),
    WANTED_AT_ONCE(
            "Of {pairs|customer|customers} who bought products of both types, {now} bought this kind in the same order or before.",
            "Von {pairs|Kunden|Kunden}, die Artikel beider Arten kauften, {now?kaufte|kauften} {now} diese Art in derselben Bestellung oder vorher.",
            "Van {pairs|klant|klanten} die artikelen van beide soorten kochten, {now?kocht|kochten} er {now} deze soort in dezelfde bestelling of eerder."),
    POPULAR_LATELY(
            "Bought in {orders} of the latest orders, within {days|day|days}.",
            "In {orders} der letzten Bestellungen gekauft, binnen {days|Tag|Tagen}.",
            "In {orders} van de laatste bestellingen gekocht, binnen {days|dag|dagen}."),
    POPULAR_IN_SEASON(
            "Bought in {orders|order|orders} of former years in {month}.",
            "In früheren Jahren im {month} in {orders|Bestellung|Bestellungen} gekauft.",
            "In eerdere jaren in {month} in {orders|bestelling|bestellingen} gekocht."),
    POPULAR(
            "Bought and kept in {orders|order|orders}.",
            "In {orders|Bestellung|Bestellungen} gekauft und behalten.",
            "In {orders|bestelling|bestellingen} gekocht en gehouden."),
    TASTE(
            "Orders like this one hold this more often than others.",
            "Bestellungen wie diese enthalten diesen Artikel öfter als andere.",
            "Bestellingen zoals deze bevatten dit artikel vaker dan andere."),
    SIMILAR_VISITS(
            "{visits} of the {neighbours|visit|visits} most like this one looked at this.",
            "In {visits} der {neighbours} ähnlichsten Besuche wurde dieser Artikel angesehen.",
            "Bij {visits} van de {neighbours|bezoek|bezoeken} die het meest op dit bezoek lijken, is dit artikel bekeken."),
    NEEDED_AGAIN(
            "By your purchases you will need this again around {date}.",
            "Nach Ihren bisherigen Käufen brauchen Sie diesen Artikel um den {date} wieder.",
            "Naar uw aankopen te oordelen hebt u dit artikel rond {date} weer nodig."),
    PROMOTED("Recommended by the shop.", "Eine Empfehlung des Shops.", "Aanbevolen door de winkel."),
    SAMPLE("Comes with your order free of charge.", "Kommt gratis zu Ihrer Bestellung.", "Gratis bij uw bestelling."),
    COSTS_MORE("{more} more than {anchor}.", "{more} mehr als {anchor}.", "{more} meer dan {anchor}."),
    BUNDLE(
            "Together {price} instead of {list}: you save {saving}.",
            "Zusammen {price} statt {list}: Sie sparen {saving}.",
            "Samen {price} in plaats van {list}: u bespaart {saving}."),
    WELL_RATED(
            "{average} of 5 stars from {ratings|customer|customers}.",
            "{average} von 5 Sternen von {ratings|Kunden|Kunden}.",
            "{average} van de 5 sterren van {ratings|klant|klanten}.");

    private final Map<Language, Phrase> phrases = new EnumMap<>(Language.class);

    Sentence(String english, String german, String dutch) {
        phrases.put(Language.ENGLISH, Phrase.of(english));
        phrases.put(Language.GERMAN, Phrase.of(german));
        phrases.put(Language.DUTCH, Phrase.of(dutch));
    }

    /** The names of the gaps in a language; empty if it is not said in it. */
    Set<String> gaps(Language language) {
        Phrase phrase = phrases.get(language);
        Set<String> gaps = new TreeSet<>();
        if (phrase != null) {
            phrase.pieces().stream()
                    .map(Piece::gap)
                    .filter(gap -> !gap.isEmpty())
                    .forEach(gaps::add);
        }
        return gaps;
    }

    /** The same with evidence for a gap; see {@link Facts#with}. */
    Facts with(String gap, Object value) {
        return facts().with(gap, value);
    }

    /** Nothing filled in yet. */
    Facts facts() {
        return new Facts(phrases);
    }

    /** A sentence in one language, cut at its gaps once. */
    record Phrase(List<Piece> pieces) {

        private static final Pattern GAP = Pattern.compile("\\{([a-z]+)(?:([|?])([^|{}]*)\\|([^|{}]*))?}");

        static Phrase of(String text) {
            List<Piece> pieces = new ArrayList<>();
            Matcher matcher = GAP.matcher(text);
            int end = 0;
            while (matcher.find()) {
                pieces.add(new Piece(
                        text.substring(end, matcher.start()),
                        matcher.group(1),
                        !"?".equals(matcher.group(2)),
                        matcher.group(3) == null ? "" : matcher.group(3),
                        matcher.group(4) == null ? "" : matcher.group(4)));
                end = matcher.end();
            }
            pieces.add(new Piece(text.substring(end), "", false, "", ""));
            return new Phrase(List.copyOf(pieces));
        }
    }

    /**
     * Text up to a gap, and the gap.
     *
     * @param gap empty at the end of the sentence
     * @param said whether the value itself is said
     * @param one the word for one; empty if there is none
     * @param several the word for any other number
     */
    record Piece(String before, String gap, boolean said, String one, String several) {}
}
