package io.zugabe.recommendation.incentives.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.incentives.domain.Benefit;
import io.zugabe.recommendation.incentives.domain.Promise;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.v1.IncentiveType;
import io.zugabe.recommendation.v1.OfferIncentive;
import java.time.Instant;

/** What comes with an offer as it is sent. */
public final class PromiseMessages {

    private PromiseMessages() {}

    /**
     * The message.
     *
     * @param currency the shop's
     */
    public static OfferIncentive incentive(Promise promise, String currency) {
        OfferIncentive.Builder message = OfferIncentive.newBuilder()
                .setIncentiveId(promise.incentive())
                .setType(
                        IncentiveType.valueOf("INCENTIVE_TYPE_" + promise.type().name()))
                .setLevel(promise.level())
                .setPriceAfter(MoneyMapping.message(new Money(currency, promise.priceAfter())))
                .setValidUntilTime(timestamp(promise.validUntil()));
        return switch (promise.benefit()) {
            case Benefit.Percent percent ->
                message.setPercent(percent.percent()).build();
            case Benefit.Amount amount ->
                message.setAmount(MoneyMapping.message(new Money(currency, amount.micros())))
                        .build();
            case Benefit.Points points -> message.setPoints(points.points()).build();
            case Benefit.Gift gift -> message.setGiftProductId(gift.product()).build();
        };
    }

    public static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
