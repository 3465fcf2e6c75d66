package io.zugabe.catalog.product.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.catalog.live.domain.CatalogEntry;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.Product;
import io.zugabe.catalog.product.domain.Rating;
import io.zugabe.catalog.schema.domain.AttributeValue;
import io.zugabe.catalog.text.domain.LocalizedText;
import io.zugabe.catalog.v1.AttributeFlag;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Products as messages: as they travel and as they are stored. */
public final class ProductMessages {

    private ProductMessages() {}

    /** A product as callers see it, with etag and time of the last write. */
    public static io.zugabe.catalog.v1.Product toMessage(CatalogEntry entry) {
        return toBuilder(entry.product())
                .setEtag(entry.etag())
                .setUpdateTime(Timestamp.newBuilder()
                        .setSeconds(entry.updateTime().getEpochSecond())
                        .setNanos(entry.updateTime().getNano()))
                .build();
    }

    /** A product as it is stored: with its attributes as they were sent, whatever they mean now. */
    static io.zugabe.catalog.v1.Product toStored(Product product) {
        io.zugabe.catalog.v1.Product.Builder message = toBuilder(product).clearAttributeFlags();
        product.attributesAsSent().forEach((key, value) -> message.putAttributes(key, toMessage(value)));
        return message.build();
    }

    /** A product without what only storing it gives. */
    public static io.zugabe.catalog.v1.Product.Builder toBuilder(Product product) {
        io.zugabe.catalog.v1.Product.Builder message = io.zugabe.catalog.v1.Product.newBuilder()
                .setProductId(product.id())
                .setGtin(product.gtin())
                .setType(product.type())
                .setBrand(product.brand())
                .setModel(product.model())
                .setName(toMessage(product.name()))
                .setPrice(toMessage(product.price()))
                .addAllCategoryPath(product.categoryPath())
                .setVariantGroup(product.variantGroup())
                .addAllImageUrls(product.imageUrls());
        if (!product.description().isEmpty()) {
            message.setDescription(toMessage(product.description()));
        }
        product.attributes().forEach((key, value) -> message.putAttributes(key, toMessage(value)));
        Money cost = product.cost();
        if (cost != null) {
            message.setCost(toMessage(cost));
        }
        Long stock = product.stock();
        if (stock != null) {
            message.setStock(stock);
        }
        Rating rating = product.rating();
        if (rating != null) {
            message.setRating(io.zugabe.catalog.v1.Rating.newBuilder()
                    .setAverage(rating.average())
                    .setCount(rating.count()));
        }
        Boolean consumable = product.consumable();
        if (consumable != null) {
            message.setConsumable(consumable);
        }
        Long unitsSold = product.unitsSold();
        if (unitsSold != null) {
            message.setUnitsSold30D(unitsSold);
        }
        new TreeMap<>(product.flags())
                .forEach((key, flag) -> message.addAttributeFlags(AttributeFlag.newBuilder()
                        .setAttribute(key)
                        .setValue(toMessage(flag.value()))
                        .setDescription(flag.why())));
        return message;
    }

    /** A product from a valid message, with its attributes as they are written there. */
    public static Product toProduct(io.zugabe.catalog.v1.Product message) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        message.getAttributesMap().forEach((key, value) -> attributes.put(key.intern(), toValue(value)));
        return new Product(
                message.getProductId(),
                message.getGtin(),
                message.getType().intern(),
                message.getBrand().intern(),
                message.getModel(),
                toText(message.getName()),
                toText(message.getDescription()),
                attributes,
                toMoney(message.getPrice()),
                message.hasCost() ? toMoney(message.getCost()) : null,
                message.hasStock() ? (Long) message.getStock() : null,
                message.hasRating()
                        ? new Rating(
                                message.getRating().getAverage(),
                                message.getRating().getCount())
                        : null,
                message.getCategoryPathList(),
                message.getVariantGroup(),
                message.getImageUrlsList(),
                message.hasConsumable() ? (Boolean) message.getConsumable() : null,
                message.hasUnitsSold30D() ? (Long) message.getUnitsSold30D() : null,
                Map.of());
    }

    /** A text in its languages. */
    public static io.zugabe.common.v1.LocalizedText toMessage(LocalizedText text) {
        return io.zugabe.common.v1.LocalizedText.newBuilder()
                .putAllTexts(text.texts())
                .build();
    }

    /** A text in its languages. */
    public static LocalizedText toText(io.zugabe.common.v1.LocalizedText message) {
        return new LocalizedText(message.getTextsMap());
    }

    /** A value of which exactly one kind is set. */
    public static AttributeValue toValue(io.zugabe.common.v1.AttributeValue message) {
        return switch (message.getKindCase()) {
            case TEXT -> new AttributeValue.Text(message.getText());
            case NUMBER ->
                new AttributeValue.Number(
                        message.getNumber().getValue(), message.getNumber().getUnit());
            case TRUTH -> new AttributeValue.Truth(message.getTruth());
            case LIST -> new AttributeValue.TextList(message.getList().getValuesList());
            case RANGE ->
                new AttributeValue.Range(
                        message.getRange().getMin(),
                        message.getRange().getMax(),
                        message.getRange().getUnit());
            case KIND_NOT_SET -> throw new IllegalArgumentException("an attribute value without kind");
        };
    }

    /** A value as a message. */
    public static io.zugabe.common.v1.AttributeValue toMessage(AttributeValue value) {
        io.zugabe.common.v1.AttributeValue.Builder message = io.zugabe.common.v1.AttributeValue.newBuilder();
        switch (value) {
            case AttributeValue.Text(String text) -> message.setText(text);
            case AttributeValue.Number(double number, String unit) ->
                message.setNumber(Quantity.newBuilder().setValue(number).setUnit(unit));
            case AttributeValue.Truth(boolean truth) -> message.setTruth(truth);
            case AttributeValue.TextList list ->
                message.setList(TextList.newBuilder().addAllValues(list.values()));
            case AttributeValue.Range(double min, double max, String unit) ->
                message.setRange(
                        QuantityRange.newBuilder().setMin(min).setMax(max).setUnit(unit));
        }
        return message.build();
    }

    /** An amount. */
    public static com.google.type.Money toMessage(Money money) {
        return com.google.type.Money.newBuilder()
                .setCurrencyCode(money.currency())
                .setUnits(money.units())
                .setNanos(money.nanos())
                .build();
    }

    /** An amount. */
    public static Money toMoney(com.google.type.Money message) {
        return new Money(message.getCurrencyCode().intern(), message.getUnits(), message.getNanos());
    }
}
