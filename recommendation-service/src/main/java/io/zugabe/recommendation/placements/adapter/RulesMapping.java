package io.zugabe.recommendation.placements.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.kinds.adapter.WishesReader;
import io.zugabe.recommendation.kinds.domain.PlacementRules;
import io.zugabe.recommendation.kinds.domain.Wishes;
import io.zugabe.recommendation.placements.StoredRules;
import io.zugabe.recommendation.replica.domain.LocalizedText;
import io.zugabe.recommendation.v1.Deal;
import io.zugabe.recommendation.v1.OfferKind;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules as messages, both ways. What is stored was checked before. */
public final class RulesMapping {

    private static final String KIND = "OFFER_KIND_";

    private RulesMapping() {}

    /** What was sent and checked. */
    public static io.zugabe.recommendation.v1.PlacementRules parse(byte[] message) {
        try {
            return io.zugabe.recommendation.v1.PlacementRules.parseFrom(message);
        } catch (InvalidProtocolBufferException corrupt) {
            throw new UncheckedIOException("a placement's stored rules cannot be read", corrupt);
        }
    }

    /** The rules as decisions read them; notes every field of them that is wrong. */
    public static PlacementRules rules(io.zugabe.recommendation.v1.PlacementRules message, Violations violations) {
        Set<String> kinds = message.getKindsList().stream()
                .map(OfferKind::name)
                .map(name -> name.substring(KIND.length()))
                .collect(Collectors.toSet());
        List<Wishes.Deal> deals =
                message.getDealsList().stream().map(RulesMapping::deal).toList();
        return new PlacementRules(
                message.getMaxOffers(),
                message.getMaxCartShare(),
                kinds,
                message.getUpgradePriceRatio(),
                message.getMaxUpgrades(),
                message.getMaxBundles(),
                message.getSampleCostShare(),
                WishesReader.read(message, violations),
                deals);
    }

    private static Wishes.Deal deal(Deal message) {
        return new Wishes.Deal(
                message.getProductId(),
                message.hasStartTime() ? Optional.of(instant(message.getStartTime())) : Optional.empty(),
                message.hasEndTime() ? Optional.of(instant(message.getEndTime())) : Optional.empty(),
                message.getLabel().getTextsCount() == 0
                        ? LocalizedText.NONE
                        : new LocalizedText(message.getLabel().getTextsMap()));
    }

    private static Instant instant(Timestamp message) {
        return Instant.ofEpochSecond(message.getSeconds(), message.getNanos());
    }

    /** The rules as somebody set them. */
    public static io.zugabe.recommendation.v1.PlacementRules message(StoredRules stored) {
        return parse(stored.message()).toBuilder()
                .setEtag(String.valueOf(stored.version()))
                .setAuthor(stored.author())
                .setUpdateTime(Timestamp.newBuilder()
                        .setSeconds(stored.time().getEpochSecond())
                        .setNanos(stored.time().getNano()))
                .build();
    }

    /** The rules of a placement that nobody has set. */
    public static io.zugabe.recommendation.v1.PlacementRules message(Placement placement, PlacementRules defaults) {
        return io.zugabe.recommendation.v1.PlacementRules.newBuilder()
                .setPlacement(io.zugabe.recommendation.v1.Placement.valueOf("PLACEMENT_" + placement.name()))
                .setMaxOffers(defaults.maxOffers())
                .setMaxCartShare(defaults.maxCartShare())
                .setUpgradePriceRatio(defaults.upgradeRatio())
                .setMaxUpgrades(defaults.maxUpgrades())
                .setMaxBundles(defaults.maxBundles())
                .setSampleCostShare(defaults.sampleShare())
                .build();
    }
}
