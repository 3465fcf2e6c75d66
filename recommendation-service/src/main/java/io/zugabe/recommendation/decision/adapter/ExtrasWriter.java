package io.zugabe.recommendation.decision.adapter;

import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.v1.Bundle;
import io.zugabe.recommendation.v1.BundlePart;
import io.zugabe.recommendation.v1.Difference;
import java.util.stream.Collectors;

/** What only some kinds of offers have, as it is sent. */
final class ExtrasWriter {

    private ExtrasWriter() {}

    static Bundle bundle(Offer.Package set, String locale) {
        Bundle.Builder message = Bundle.newBuilder()
                .setRelationId(set.relationId())
                .setPackagePrice(MoneyMapping.message(set.price()))
                .setListPrice(MoneyMapping.message(set.list()))
                .setSaving(MoneyMapping.message(set.saving()));
        set.parts()
                .forEach(part -> message.addParts(BundlePart.newBuilder()
                        .setProductId(part.id())
                        .setName(part.name().in(locale))
                        .setPrice(MoneyMapping.message(part.price()))
                        .setInCart(set.inCart().contains(part.number()))));
        return message.build();
    }

    static String names(Offer.Package set, String locale) {
        return set.parts().stream().map(part -> part.name().in(locale)).collect(Collectors.joining(" + "));
    }

    static Difference difference(io.zugabe.recommendation.kinds.domain.Difference difference, String locale) {
        return Difference.newBuilder()
                .setAttribute(difference.attribute())
                .setName(difference.name().in(locale))
                .setFrom(difference.from())
                .setTo(difference.to())
                .setUnit(difference.unit())
                .setBetter(difference.better())
                .build();
    }
}
