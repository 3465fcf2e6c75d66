package io.zugabe.recommendation.decision.domain;

import io.zugabe.recommendation.decision.domain.Offer.Code;
import io.zugabe.recommendation.decision.domain.Offer.Extras;
import io.zugabe.recommendation.decision.domain.Offer.Reason;
import io.zugabe.recommendation.kinds.domain.Comparison;
import io.zugabe.recommendation.kinds.domain.Difference;
import io.zugabe.recommendation.kinds.domain.LargerPack;
import io.zugabe.recommendation.kinds.domain.Trait;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.Relation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Part of stage 8: upgrades, bundles and samples as they are sent, with nothing but what is in the data. */
final class KindReasons {

    private final Situation situation;
    private final Reasons reasons;
    private final String locale;

    KindReasons(Situation situation) {
        this.situation = situation;
        this.reasons = new Reasons(situation);
        this.locale = situation.request().locale();
    }

    Offer offer(Special special) {
        return switch (special.why()) {
            case Special.Why.Better better -> upgrade(special, better);
            case Special.Why.Larger larger -> pack(special, larger.pack());
            case Special.Why.Together together -> bundle(special, together);
            case Special.Why.Sampled sampled -> sample(special, sampled.relation());
        };
    }

    private Offer upgrade(Special special, Special.Why.Better better) {
        Product from = special.anchor();
        Product to = special.product();
        List<Trait> traits =
                situation.snapshot().merchandise().alternatives().traits().of(from.type());
        List<Difference> differences = new ArrayList<>(Comparison.differences(from, to, traits));
        LocalizedText ours = KindPhrases.upgrade(differences, more(special), from.name());
        differences.add(price(from, to));
        LocalizedText said = better.relation().map(Relation::reason).orElse(LocalizedText.NONE);
        Evidence evidence = new Evidence(
                better.relation().isPresent() ? Evidence.Source.CURATED : Evidence.Source.RULE,
                better.relation()
                        .map(Relation::id)
                        .orElse("traits/" + from.type().type()),
                attributes(differences),
                KindPhrases.after(said, ours),
                numbers(from, to));
        Extras extras = new Extras(
                Optional.empty(),
                Optional.empty(),
                differences,
                better.relation().flatMap(relation -> relation.terms().until()));
        return offer(special, Code.UPGRADE, evidence, extras);
    }

    private Offer pack(Special special, LargerPack pack) {
        Product from = special.anchor();
        Product to = special.product();
        String currency = to.price().currency();
        List<Difference> differences = List.of(pack.amount(), pack.pricePerUnit(currency), price(from, to));
        Map<String, Double> numbers = new HashMap<>(numbers(from, to));
        numbers.put("unit_price_from", pack.unitPriceBefore());
        numbers.put("unit_price_to", pack.unitPrice());
        Evidence evidence = new Evidence(
                Evidence.Source.RULE,
                "pack/" + from.type().type(),
                attributes(differences),
                KindPhrases.largerPack(pack, currency),
                numbers);
        Extras extras = new Extras(Optional.empty(), Optional.empty(), differences, Optional.empty());
        return offer(special, Code.LARGER_PACK, evidence, extras);
    }

    private Offer bundle(Special special, Special.Why.Together together) {
        Relation relation = together.relation();
        Money price = relation.bundle().orElseThrow().price();
        Set<Integer> inCart = new HashSet<>();
        situation.products().cart().forEach(product -> inCart.add(product.number()));
        Offer.Package set = new Offer.Package(
                relation.id(), together.parts(), inCart, price, new Money(price.currency(), together.list()));
        Evidence evidence = new Evidence(
                Evidence.Source.CURATED,
                relation.id(),
                Map.of(),
                KindPhrases.after(relation.reason(), KindPhrases.bundle(price, set.list(), set.saving())),
                Map.of(
                        "package_price", price.amount(),
                        "list_price", set.list().amount(),
                        "saving", set.saving().amount()));
        Extras extras = new Extras(
                Optional.of(price),
                Optional.of(set),
                List.of(),
                relation.terms().until());
        return offer(special, Code.BUNDLE, evidence, extras);
    }

    private Offer sample(Special special, Relation relation) {
        Money free = new Money(special.product().price().currency(), 0);
        Evidence evidence = new Evidence(
                Evidence.Source.CURATED,
                relation.id(),
                Map.of(),
                KindPhrases.after(relation.reason(), KindPhrases.sample()),
                Map.of("cost", -special.value()));
        Extras extras = new Extras(
                Optional.of(free), Optional.empty(), List.of(), relation.terms().until());
        return offer(special, Code.SAMPLE, evidence, extras);
    }

    private Offer offer(Special special, Code code, Evidence evidence, Extras extras) {
        Optional<Offer.ShownFit> fit = special.fit().map(reasons::shown);
        List<Reason> why = new ArrayList<>();
        why.add(new Reason(code, evidence.sentence().in(locale), evidence));
        special.fit().ifPresent(match -> why.add(reasons.fits(match, fit.orElseThrow())));
        if (special.kind() == OfferKind.UPGRADE && Popular.isWellRated(special.product())) {
            why.add(reasons.wellRated(special.product()));
        }
        return new Offer(
                        special.product(),
                        special.kind(),
                        1,
                        List.of(special.anchor().id()),
                        fit,
                        why,
                        Optional.empty(),
                        Optional.empty(),
                        special.need(),
                        special.value(),
                        Origins.of(special, situation))
                .with(extras);
    }

    private static Money more(Special special) {
        Money price = special.product().price();
        return new Money(
                price.currency(), price.micros() - special.anchor().price().micros());
    }

    private static Difference price(Product from, Product to) {
        return new Difference(
                Difference.PRICE,
                new LocalizedText(Map.of("en", "price", "de", "Preis", "nl", "prijs")),
                plain(from.price()),
                plain(to.price()),
                to.price().currency(),
                false);
    }

    private static String plain(Money money) {
        return BigDecimal.valueOf(money.micros(), 6)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static Map<String, Double> numbers(Product from, Product to) {
        return Map.of(
                "price_from", from.price().amount(), "price_to", to.price().amount());
    }

    /** "host" is what would be replaced, "part" what would replace it. */
    private static Map<String, String> attributes(List<Difference> differences) {
        Map<String, String> attributes = new HashMap<>();
        for (Difference difference : differences) {
            String unit = difference.unit().isEmpty() ? "" : " " + difference.unit();
            if (!difference.from().isEmpty()) {
                attributes.put("host." + difference.attribute(), difference.from() + unit);
            }
            if (!difference.to().isEmpty()) {
                attributes.put("part." + difference.attribute(), difference.to() + unit);
            }
        }
        return attributes;
    }
}
