package io.zugabe.segmentation.uplift.adapter;

import com.google.common.primitives.Doubles;
import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.uplift.UpliftBytes;
import io.zugabe.segmentation.uplift.adapter.state.CalibrationState;
import io.zugabe.segmentation.uplift.adapter.state.EncodedFeatureState;
import io.zugabe.segmentation.uplift.adapter.state.FeatureReferenceState;
import io.zugabe.segmentation.uplift.adapter.state.TermState;
import io.zugabe.segmentation.uplift.adapter.state.UpliftState;
import io.zugabe.segmentation.uplift.domain.Calibration;
import io.zugabe.segmentation.uplift.domain.EffectModel;
import io.zugabe.segmentation.uplift.domain.EncodedFeature;
import io.zugabe.segmentation.uplift.domain.FeatureEncoder;
import io.zugabe.segmentation.uplift.domain.FeatureReference;
import io.zugabe.segmentation.uplift.domain.UpliftModel;
import jakarta.enterprise.context.ApplicationScoped;

/** Uplift models as bytes: the same model gives the same bytes. */
@ApplicationScoped
public class UpliftCodec implements UpliftBytes {

    @Override
    public byte[] encode(UpliftModel model) {
        UpliftState.Builder state = UpliftState.newBuilder()
                .setBinary(model.binary())
                .setCost(model.cost())
                .setEvidence(model.evidence())
                .setConstant(model.effects().constant())
                .setEffectCalibration(state(model.effectCalibration()))
                .setBaseline(ForestCodec.state(model.baseline()))
                .setBaselineCalibration(state(model.baselineCalibration()))
                .setAverageBaseline(model.averageBaseline());
        model.encoder().features().forEach(feature -> state.addFeatures(state(feature)));
        model.effects()
                .terms()
                .forEach(term -> state.addTerms(TermState.newBuilder()
                        .setForest(ForestCodec.state(term.forest()))
                        .setFactor(term.factor())
                        .setTreatment(term.treatment())));
        model.references().forEach(reference -> state.addReferences(state(reference)));
        return state.build().toByteArray();
    }

    @Override
    public UpliftModel decode(byte[] bytes) {
        try {
            return model(UpliftState.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("this is no uplift model", e);
        }
    }

    private static UpliftModel model(UpliftState state) {
        return new UpliftModel(
                new FeatureEncoder(state.getFeaturesList().stream()
                        .map(feature ->
                                new EncodedFeature(feature.getName(), feature.getText(), feature.getLevelsList()))
                        .toList()),
                state.getBinary(),
                state.getCost(),
                state.getEvidence(),
                new EffectModel(
                        state.getConstant(),
                        state.getTermsList().stream()
                                .map(term -> new EffectModel.Term(
                                        ForestCodec.forest(term.getForest()), term.getFactor(), term.getTreatment()))
                                .toList()),
                calibration(state.getEffectCalibration()),
                ForestCodec.forest(state.getBaseline()),
                calibration(state.getBaselineCalibration()),
                state.getAverageBaseline(),
                state.getReferencesList().stream().map(UpliftCodec::reference).toList());
    }

    private static EncodedFeatureState state(EncodedFeature feature) {
        return EncodedFeatureState.newBuilder()
                .setName(feature.name())
                .setText(feature.text())
                .addAllLevels(feature.levels())
                .build();
    }

    private static CalibrationState state(Calibration calibration) {
        return CalibrationState.newBuilder()
                .setCenter(calibration.center())
                .setLevel(calibration.level())
                .setSlope(calibration.slope())
                .setVarianceLevel(calibration.varianceLevel())
                .setCovariance(calibration.covariance())
                .setVarianceSlope(calibration.varianceSlope())
                .build();
    }

    private static Calibration calibration(CalibrationState state) {
        return new Calibration(
                state.getCenter(),
                state.getLevel(),
                state.getSlope(),
                state.getVarianceLevel(),
                state.getCovariance(),
                state.getVarianceSlope());
    }

    private static FeatureReferenceState state(FeatureReference reference) {
        return FeatureReferenceState.newBuilder()
                .setName(reference.name())
                .setText(reference.text())
                .addAllEdges(Doubles.asList(reference.edges()))
                .addAllLevels(reference.levels())
                .addAllShares(Doubles.asList(reference.shares()))
                .build();
    }

    private static FeatureReference reference(FeatureReferenceState state) {
        return new FeatureReference(
                state.getName(),
                state.getText(),
                Doubles.toArray(state.getEdgesList()),
                state.getLevelsList(),
                Doubles.toArray(state.getSharesList()));
    }
}
