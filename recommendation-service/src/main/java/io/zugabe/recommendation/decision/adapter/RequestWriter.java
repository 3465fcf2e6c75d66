package io.zugabe.recommendation.decision.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.kinds.adapter.WishesWriter;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.v1.CartLine;
import io.zugabe.recommendation.v1.Context;
import io.zugabe.recommendation.v1.Filter;
import io.zugabe.recommendation.v1.OfferKind;
import io.zugabe.recommendation.v1.Placement;
import io.zugabe.recommendation.v1.RecommendRequest;
import io.zugabe.recommendation.v1.Shipping;
import java.time.Instant;

/** A request as it is shown in a trace. */
final class RequestWriter {

    private RequestWriter() {}

    static RecommendRequest request(OfferRequest request) {
        RecommendRequest.Builder message = RecommendRequest.newBuilder()
                .setCustomerId(request.customerId())
                .setVisitorId(request.visitorId())
                .setSessionId(request.sessionId())
                .setPlacement(
                        Placement.valueOf("PLACEMENT_" + request.placement().name()))
                .addAllAnchorProductIds(request.anchors())
                .setContext(context(request))
                .setMaxOffers(request.maxOffers())
                .setPreview(request.preview());
        request.cart().forEach(line -> message.addCart(line(line)));
        request.kinds().forEach(kind -> message.addKinds(OfferKind.valueOf("OFFER_KIND_" + kind.name())));
        if (!request.filter().equals(OfferRequest.Filter.NONE)) {
            message.setFilter(filter(request.filter()))
                    .setCustomerAge(request.filter().customerAge());
        }
        request.freeShippingFrom()
                .ifPresent(from -> message.setShipping(Shipping.newBuilder().setFreeFrom(MoneyMapping.message(from))));
        return message.build();
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static Context context(OfferRequest request) {
        Circumstances known = request.circumstances();
        Context.Builder context = Context.newBuilder()
                .setLocale(request.locale())
                .setRegion(known.region())
                .setDevice(known.device())
                .setWeather(known.weather())
                .setOccasion(known.occasion());
        request.time().ifPresent(time -> context.setTime(timestamp(time)));
        return context.build();
    }

    private static CartLine line(OfferRequest.CartLine line) {
        CartLine.Builder message =
                CartLine.newBuilder().setProductId(line.productId()).setQuantity(line.quantity());
        line.price().ifPresent(price -> message.setPrice(MoneyMapping.message(price)));
        return message.build();
    }

    private static Filter filter(OfferRequest.Filter filter) {
        Filter.Builder message =
                Filter.newBuilder().addAllExcludeProductIds(filter.exclude()).addAllTypes(filter.types());
        WishesWriter.write(filter.wishes(), message);
        filter.maxPrice().ifPresent(price -> message.setMaxPrice(MoneyMapping.message(price)));
        return message.build();
    }
}
