package io.zugabe.bench.shop;

import com.google.protobuf.Duration;
import io.zugabe.bench.running.Messages;
import io.zugabe.bench.shop.Kind.Role;
import io.zugabe.catalog.v1.AttributeDeclaration;
import io.zugabe.catalog.v1.Product;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.catalog.v1.Relation;
import io.zugabe.catalog.v1.Rule;
import io.zugabe.catalog.v1.TypeDeclaration;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.TextList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a merchandiser of this shop brings into the catalog: products as suppliers describe them (some
 * lack what decides about fit), rules of what fits, and relations of what goes with what, all equally
 * strong, because nobody has measured that.
 */
public final class CatalogMessages {

    private static final double STRENGTH = 0.8;
    private static final int MODELS = 6;
    private static final long DAYS_UNTIL_CARE = 7;
    private static final long SECONDS_OF_DAY = 86_400;

    private CatalogMessages() {}

    static List<TypeDeclaration> types(Assortment assortment) {
        return assortment.kinds().stream().map(CatalogMessages::type).toList();
    }

    private static TypeDeclaration type(Kind kind) {
        TypeDeclaration.Builder type = TypeDeclaration.newBuilder()
                .setType(kind.type())
                .setName(Messages.english(name(kind)))
                .setConsumable(kind.role() == Role.SUPPLY);
        switch (kind.role()) {
            case DEVICE ->
                type.addAttributes(text("system"))
                        .addAttributes(attribute("models", AttributeDeclaration.Kind.KIND_LIST))
                        .addAttributes(number("size"));
            case SUPPLY -> type.addAttributes(text("system"));
            case POWER -> type.addAttributes(text("power_model"));
            case CASE -> type.addAttributes(number("inner_size"));
            case CARE, THING, COMPANION -> {}
        }
        return type.build();
    }

    private static AttributeDeclaration text(String attribute) {
        return attribute(attribute, AttributeDeclaration.Kind.KIND_TEXT);
    }

    private static AttributeDeclaration number(String attribute) {
        return attribute(attribute, AttributeDeclaration.Kind.KIND_NUMBER).toBuilder()
                .setUnit("mm")
                .build();
    }

    private static AttributeDeclaration attribute(String attribute, AttributeDeclaration.Kind kind) {
        return AttributeDeclaration.newBuilder()
                .setAttribute(attribute)
                .setKind(kind)
                .setName(Messages.english(attribute.replace('_', ' ')))
                .build();
    }

    private static String name(Kind kind) {
        return kind.type().replace('_', ' ');
    }

    /** What fits: one rule for each type that must fit. */
    public static List<Rule> rules(Assortment assortment) {
        return assortment.kinds().stream()
                .filter(kind -> kind.role().mustFit())
                .map(kind -> rule(kind, host(kind, assortment)))
                .toList();
    }

    private static Rule rule(Kind part, Kind host) {
        String fits = switch (part.role()) {
            case SUPPLY -> "part.system == host.system";
            case POWER -> "part.power_model in host.models";
            case CASE -> "part.inner_size >= host.size && part.inner_size <= 1.25 * host.size";
            case DEVICE, CARE, THING, COMPANION -> throw new IllegalArgumentException(part.type());
        };
        return Rule.newBuilder()
                .setRuleId("shop/" + part.type())
                .setHostType(host.type())
                .setPartType(part.type())
                .setFits(fits)
                .setFitsSentence(Messages.english("Goes with it."))
                .setDoesNotFitSentence(Messages.english("Does not go with it."))
                .setProvenance("The makers' data sheets")
                .build();
    }

    private static Kind host(Kind part, Assortment assortment) {
        return assortment.mains(part.group()).getFirst().kind();
    }

    static List<Relation> relations(Assortment assortment) {
        return assortment.kinds().stream()
                .filter(kind -> !kind.role().isMain())
                .map(kind -> relation(kind, host(kind, assortment)))
                .toList();
    }

    private static Relation relation(Kind part, Kind host) {
        Relation.Builder relation = Relation.newBuilder()
                .setRelationId("shop-" + part.type())
                .setAnchor(ProductSelector.newBuilder().setType(host.type()))
                .setComplement(ProductSelector.newBuilder().setType(part.type()))
                .setKind(Relation.Kind.KIND_COMPLEMENT)
                .setTiming(Relation.Timing.TIMING_BEFORE)
                .setStrength(STRENGTH)
                .setOrigin(Relation.Origin.ORIGIN_MERCHANDISER)
                .setReason(Messages.english("Goes with it."));
        if (part.role() == Role.CARE) {
            relation.setTiming(Relation.Timing.TIMING_AFTER)
                    .setDelay(Duration.newBuilder().setSeconds(DAYS_UNTIL_CARE * SECONDS_OF_DAY));
        }
        return relation.build();
    }

    static List<Product> products(Assortment assortment, Shelf shelf) {
        List<Product> products = new ArrayList<>();
        for (int number = 0; number < assortment.size(); number++) {
            products.add(product(assortment.good(number), shelf.tag(number)));
        }
        return products;
    }

    private static Product product(Good good, Shelf.Tag tag) {
        Product.Builder product = Product.newBuilder()
                .setProductId(tag.id())
                .setType(tag.type())
                .setName(Messages.english(name(good.kind()) + " " + tag.id().substring(2, 6)))
                .setPrice(Messages.money(tag.price()))
                .setCost(Messages.money(tag.cost()))
                .setStock(1_000_000);
        if (!good.gap()) {
            switch (good.kind().role()) {
                case DEVICE ->
                    product.putAttributes("system", text(good.system(), "system "))
                            .putAttributes("models", models(good))
                            .putAttributes("size", millimetres(good.size()));
                case SUPPLY -> product.putAttributes("system", text(good.system(), "system "));
                case POWER ->
                    product.putAttributes("power_model", text(Integer.numberOfTrailingZeros(good.models()), "model "));
                case CASE -> product.putAttributes("inner_size", millimetres(good.size()));
                case CARE, THING, COMPANION -> {}
            }
        }
        return product.build();
    }

    private static AttributeValue text(int value, String prefix) {
        return AttributeValue.newBuilder().setText(prefix + value).build();
    }

    private static AttributeValue models(Good good) {
        TextList.Builder models = TextList.newBuilder();
        IntStream.range(0, MODELS)
                .filter(model -> (good.models() >> model & 1) == 1)
                .forEach(model -> models.addValues("model " + model));
        return AttributeValue.newBuilder().setList(models).build();
    }

    private static AttributeValue millimetres(double value) {
        return AttributeValue.newBuilder()
                .setNumber(Quantity.newBuilder().setValue(value).setUnit("mm"))
                .build();
    }
}
