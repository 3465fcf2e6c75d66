package io.zugabe.catalog.product.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.catalog.product.domain.Money;
import io.zugabe.catalog.product.domain.OfferPatch;

/** Patches of offers as messages: as they travel and as they are stored. */
public final class OfferMessages {

    /** A patch of nothing. */
    public static final OfferPatch NONE = new OfferPatch("", null, null, null, null);

    private OfferMessages() {}

    /** A patch as it was stored; it does not say of which product. */
    public static OfferPatch ofStored(byte[] stored) throws InvalidProtocolBufferException {
        return toPatch(io.zugabe.catalog.v1.OfferPatch.parseFrom(stored));
    }

    /** A patch from a valid message. */
    public static OfferPatch toPatch(io.zugabe.catalog.v1.OfferPatch message) {
        return new OfferPatch(
                message.getProductId(),
                message.hasPrice() ? ProductMessages.toMoney(message.getPrice()) : null,
                message.hasCost() ? ProductMessages.toMoney(message.getCost()) : null,
                message.hasStock() ? (Long) message.getStock() : null,
                message.hasUnitsSold30D() ? (Long) message.getUnitsSold30D() : null);
    }

    /** A patch as it is stored beside its product. */
    static io.zugabe.catalog.v1.OfferPatch toStored(OfferPatch patch) {
        io.zugabe.catalog.v1.OfferPatch.Builder message = io.zugabe.catalog.v1.OfferPatch.newBuilder();
        Money price = patch.price();
        if (price != null) {
            message.setPrice(ProductMessages.toMessage(price));
        }
        Money cost = patch.cost();
        if (cost != null) {
            message.setCost(ProductMessages.toMessage(cost));
        }
        Long stock = patch.stock();
        if (stock != null) {
            message.setStock(stock);
        }
        Long unitsSold = patch.unitsSold();
        if (unitsSold != null) {
            message.setUnitsSold30D(unitsSold);
        }
        return message.build();
    }
}
