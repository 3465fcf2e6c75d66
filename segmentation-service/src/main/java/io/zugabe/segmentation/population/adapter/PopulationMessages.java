package io.zugabe.segmentation.population.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerPopulation;
import io.zugabe.segmentation.crossbuyer.domain.CrossBuyerType;
import io.zugabe.segmentation.crossbuyer.domain.Dispersion;
import io.zugabe.segmentation.crossbuyer.domain.TraitDistribution;
import io.zugabe.segmentation.lifecycle.domain.GapDistribution;
import io.zugabe.segmentation.lifecycle.domain.RfmBorders;
import io.zugabe.segmentation.population.Population;
import io.zugabe.segmentation.population.PopulationCodec;
import io.zugabe.segmentation.population.adapter.state.PopulationState;
import io.zugabe.segmentation.population.adapter.state.TraitDistributionState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The population as the model registry keeps it. */
@ApplicationScoped
public class PopulationMessages implements PopulationCodec {

    @Override
    public byte[] encode(Population population) {
        CrossBuyerPopulation peers = population.crossBuyers();
        PopulationState.Builder state = PopulationState.newBuilder()
                .setPeers(peers.peers())
                .setCurrency(peers.currency())
                .setMarginRate(peers.marginRate())
                .setReturnCost(population.returnCost())
                .setCaseCost(peers.caseCost())
                .setReturnedValue(peers.returnedValue())
                .setCaseDispersion(peers.dispersion().cases())
                .setUnitDispersion(peers.dispersion().units())
                .setOrderDispersion(peers.dispersion().orders())
                .setGapShape(population.gaps().shape())
                .setGapScale(population.gaps().scale())
                .addAllRecencyBorders(population.rfm().silentDays())
                .addAllFrequencyBorders(population.rfm().orders())
                .addAllMonetaryBorders(population.rfm().sales());
        for (CrossBuyerType type : CrossBuyerType.values()) {
            TraitDistribution trait = peers.trait(type);
            state.addTraits(TraitDistributionState.newBuilder()
                    .addAllValues(trait.values())
                    .addAllSpreads(trait.spreads())
                    .addAllWeights(trait.weights()));
        }
        return state.build().toByteArray();
    }

    @Override
    public Population decode(byte[] bytes) {
        PopulationState state = parse(bytes);
        Map<CrossBuyerType, TraitDistribution> traits = new EnumMap<>(CrossBuyerType.class);
        for (CrossBuyerType type : CrossBuyerType.values()) {
            TraitDistributionState trait = state.getTraits(type.ordinal());
            traits.put(
                    type, new TraitDistribution(trait.getValuesList(), trait.getSpreadsList(), trait.getWeightsList()));
        }
        return new Population(
                new CrossBuyerPopulation(
                        state.getPeers(),
                        state.getCurrency(),
                        state.getMarginRate(),
                        state.getCaseCost(),
                        state.getReturnedValue(),
                        new Dispersion(
                                state.getCaseDispersion(), state.getUnitDispersion(), state.getOrderDispersion()),
                        traits),
                state.getReturnCost(),
                new GapDistribution(state.getGapShape(), state.getGapScale()),
                new RfmBorders(
                        state.getRecencyBordersList(),
                        state.getFrequencyBordersList(),
                        state.getMonetaryBordersList()));
    }

    private static PopulationState parse(byte[] bytes) {
        try {
            return PopulationState.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The registry holds no population", e);
        }
    }
}
