package io.zugabe.segmentation.value;

import io.quarkus.runtime.Startup;
import io.zugabe.segmentation.model.CurrentModel;
import io.zugabe.segmentation.model.CurrentModels;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.value.adapter.ValueModelCodec;
import io.zugabe.segmentation.value.domain.CustomerOrders;
import io.zugabe.segmentation.value.domain.ValueAssessment;
import io.zugabe.segmentation.value.domain.ValueModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;

/** What customers are worth, by the model that is in force. */
@Startup(CurrentModels.FOLLOWERS)
@ApplicationScoped
public class CustomerValues {

    private final CurrentModel<ValueModel> current;

    public CustomerValues(CurrentModels models) {
        current = models.follow(TrainValue.KIND, model -> ValueModelCodec.decode(model.payload()));
    }

    /** Version of the model; 0 if none is in force. */
    public int version() {
        return current.version();
    }

    /**
     * What a customer is worth; empty without a model in force, or without an order. The same profile at the same
     * time gives the same value. Takes some 50 µs.
     */
    public Optional<ValueAssessment> assess(Profile profile, Instant now) {
        return current.get()
                .flatMap(model -> CustomerOrders.of(profile)
                        .map(orders -> model.assess(
                                orders,
                                now,
                                new SplittableRandom(profile.subject().key().hashCode()))));
    }
}
