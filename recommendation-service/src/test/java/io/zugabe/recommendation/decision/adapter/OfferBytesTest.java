package io.zugabe.recommendation.decision.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.recommendation.customer.domain.CustomerProfile;
import io.zugabe.recommendation.decision.DecisionRecord;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.Offer;
import io.zugabe.recommendation.decision.domain.OfferKind;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.feedback.domain.OfferOrigin;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.replica.domain.Evidence;
import io.zugabe.recommendation.replica.domain.FitLimit;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.replica.domain.Product;
import io.zugabe.recommendation.replica.domain.TypePath;
import io.zugabe.recommendation.replica.domain.Verdict;
import io.zugabe.recommendation.v1.RecommendResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OfferBytesTest {

    private static final LocalizedText SENTENCE =
            new LocalizedText(Map.of("en", "Fits – 7 mm.", "de", "Paßt für Größe 7 " + "mm ".repeat(60)));
    private static final Evidence RULE = new Evidence(
            Evidence.Source.RULE, "camera-packs/model@1", Map.of("host.mount", "RF", "part.x", ""), SENTENCE, Map.of());
    private static final Evidence COUNT = new Evidence(
            Evidence.Source.COUNT, "", Map.of(), LocalizedText.NONE, Map.of("support", 17.0, "returned", 0.0));

    private static final Set<String> SELDOM = Set.of("bundle", "differences", "until_time", "incentive");

    @Test
    void whatIsSent_isWhatTheMessagesSay() throws InvalidProtocolBufferException {
        DecisionRecord decided = decided(List.of(full(), bare(), full()));

        RecommendResponse read =
                RecommendResponse.parseFrom(DecisionWriter.reply(decided).toByteArray());

        assertEquals(DecisionWriter.response(decided), read);
        assertEquals(3, read.getOffersCount());
    }

    @Test
    void withoutOffers_nothingIsAdded() {
        DecisionRecord decided = decided(List.of());

        assertEquals(DecisionWriter.response(decided), DecisionWriter.reply(decided));
    }

    @Test
    void whatOffersSeldomHave_isSentAsWell() throws InvalidProtocolBufferException {
        Offer.Extras extras = new Offer.Extras(
                Optional.of(new Money("EUR", 5_000_000)), Optional.empty(), List.of(), Optional.of(Instant.EPOCH));
        Offer plain = full();
        Offer ending = new Offer(
                plain.product(),
                plain.kind(),
                1,
                plain.complements(),
                plain.fit(),
                plain.reasons(),
                plain.after(),
                plain.moment(),
                plain.need(),
                plain.value(),
                plain.origin(),
                extras,
                plain.promise());
        DecisionRecord decided = decided(List.of(ending, bare()));

        RecommendResponse read =
                RecommendResponse.parseFrom(DecisionWriter.reply(decided).toByteArray());

        assertEquals(DecisionWriter.response(decided), read);
        assertEquals(5, read.getOffers(0).getPrice().getUnits());
    }

    /** A field that comes to offers must come to what is sent, too. */
    @Test
    void fullOffer_hasEveryFieldThatAnOfferCanHave_butWhatIsLeftToTheTwin() {
        Set<String> can = io.zugabe.recommendation.v1.Offer.getDescriptor().getFields().stream()
                .map(FieldDescriptor::getName)
                .filter(name -> !SELDOM.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> has = OfferWriter.offer(full(), "de", "token").getAllFields().keySet().stream()
                .map(FieldDescriptor::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(can, has);
    }

    private static final OfferOrigin ORIGIN = new OfferOrigin("camera", "camera_body", "curated", "CUSTOMER", 0.1);

    private static Offer full() {
        FitLimit limit = new FitLimit(
                "charge_power", "30 W", "45 W", SENTENCE, new FitLimit.Quantity(30, "W"), new FitLimit.Quantity(0, ""));
        return new Offer(
                product("charger-30", new Money("EUR", 12_990_000)),
                OfferKind.ADD_ON,
                1,
                List.of("camera", "phone"),
                Optional.of(
                        new Offer.ShownFit(Verdict.FITS_WITH_LIMITS, List.of(limit), List.of(RULE, COUNT), "camera")),
                List.of(
                        new Offer.Reason(Offer.Code.FITS, "Paßt.", RULE),
                        new Offer.Reason(Offer.Code.BOUGHT_TOGETHER, "", COUNT)),
                Optional.of(Duration.ofDays(7).plusMillis(5)),
                Optional.of(COUNT),
                "charging",
                1.25,
                ORIGIN);
    }

    private static Offer bare() {
        return new Offer(
                product("mat", new Money("EUR", 0)),
                OfferKind.POPULAR,
                2,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "",
                0,
                ORIGIN);
    }

    private static Product product(String id, Money price) {
        return new Product(
                1,
                id,
                "",
                new TypePath(List.of("charger")),
                "",
                "",
                new LocalizedText(Map.of("en", "Charger 30 W", "de", "Ladegerät 30 W")),
                Map.of(),
                price,
                Optional.empty(),
                Product.ALWAYS,
                0,
                0,
                List.of(),
                "",
                false,
                0);
    }

    private static DecisionRecord decided(List<Offer> offers) {
        OfferRequest request = new OfferRequest(
                "c-1",
                "",
                "",
                Placement.HOME,
                List.of(),
                List.of(),
                "de",
                Optional.empty(),
                new Circumstances("", "", "", ""),
                List.of(),
                0,
                OfferRequest.Filter.NONE,
                false);
        Decision decision = new Decision(
                offers,
                Optional.empty(),
                Optional.empty(),
                List.of("guide"),
                List.of("gone"),
                List.of(),
                List.of(),
                Optional.empty());
        return new DecisionRecord(
                new UUID(7, 9),
                Instant.EPOCH,
                Duration.ZERO,
                request,
                decision,
                List.of(),
                "catalog/1",
                CustomerProfile.EMPTY.version(),
                offers.stream().map(offer -> "token of " + offer.rank()).toList());
    }
}
