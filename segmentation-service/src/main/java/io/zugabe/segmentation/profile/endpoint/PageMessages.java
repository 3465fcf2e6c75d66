package io.zugabe.segmentation.profile.endpoint;

import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.TextList;
import io.zugabe.segmentation.assessment.ReadAssessmentStatus;
import io.zugabe.segmentation.assessment.ViewCustomer.View;
import io.zugabe.segmentation.assessment.domain.Sweep;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.FeatureValue;
import io.zugabe.segmentation.profile.adapter.ProfileMessages;
import io.zugabe.segmentation.profile.adapter.Timestamps;
import io.zugabe.segmentation.v1.AssessmentSweep;
import io.zugabe.segmentation.v1.FeatureReading;
import io.zugabe.segmentation.v1.GetAssessmentStatusResponse;
import io.zugabe.segmentation.v1.GetCustomerPageResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a person sees of a customer, and of the assessments, as the API carries it. */
@ApplicationScoped
class PageMessages {

    private final ProfileMessages profiles;
    private final String currency;

    PageMessages(ProfileMessages profiles, @ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.profiles = profiles;
        this.currency = currency;
    }

    GetCustomerPageResponse page(View view) {
        GetCustomerPageResponse.Builder page =
                GetCustomerPageResponse.newBuilder().setProfile(profiles.message(view.profile()));
        new TreeMap<>(view.declared()).forEach((name, feature) -> page.addFeatures(reading(feature, view)));
        return page.build();
    }

    private FeatureReading reading(Feature feature, View view) {
        String unit = unit(feature);
        FeatureReading.Builder reading = FeatureReading.newBuilder()
                .setName(feature.name())
                .setUnit(unit)
                .setWindow(feature.window())
                .setDescription(feature.description());
        view.values().get(feature.name()).ifPresent(value -> reading.setValue(value(value, unit)));
        return reading.build();
    }

    private String unit(Feature feature) {
        return feature.unit().equals(Feature.MONEY) ? currency : feature.unit();
    }

    private static AttributeValue value(FeatureValue value, String unit) {
        AttributeValue.Builder message = AttributeValue.newBuilder();
        return switch (value) {
            case FeatureValue.Number number ->
                message.setNumber(Quantity.newBuilder().setValue(number.value()).setUnit(unit))
                        .build();
            case FeatureValue.Truth truth -> message.setTruth(truth.holds()).build();
            case FeatureValue.Text text -> message.setText(text.text()).build();
            case FeatureValue.Texts texts ->
                message.setList(TextList.newBuilder().addAllValues(texts.texts()))
                        .build();
        };
    }

    GetAssessmentStatusResponse status(ReadAssessmentStatus.Status status) {
        GetAssessmentStatusResponse.Builder response =
                GetAssessmentStatusResponse.newBuilder().setPosition(status.position());
        if (status.sweep().start() != null) {
            response.setSweep(sweep(status.sweep()));
        }
        return response.build();
    }

    private static AssessmentSweep sweep(Sweep sweep) {
        AssessmentSweep.Builder message = AssessmentSweep.newBuilder()
                .setRunning(sweep.running())
                .setReason(sweep.reason())
                .setRequestedAgain(sweep.requested() > sweep.serving())
                .setAssessed(sweep.done())
                .setTotal(sweep.total());
        Timestamps.set(sweep.start(), message::setStartTime);
        Timestamps.set(sweep.end(), message::setEndTime);
        return message.build();
    }
}
