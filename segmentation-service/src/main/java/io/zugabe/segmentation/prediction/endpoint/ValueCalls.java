package io.zugabe.segmentation.prediction.endpoint;

import io.zugabe.segmentation.prediction.adapter.PredictionMessages;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.v1.GetCustomerValueResponse;
import io.zugabe.segmentation.value.CustomerValues;
import io.zugabe.segmentation.value.TrainValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The call about customer value. */
@ApplicationScoped
class ValueCalls {

    private final CustomerValues values;
    private final PredictionMessages messages;
    private final Clock clock;

    ValueCalls(CustomerValues values, PredictionMessages messages, Clock clock) {
        this.values = values;
        this.messages = messages;
        this.clock = clock;
    }

    GetCustomerValueResponse value(Profile profile) {
        int version = values.version();
        if (version == 0) {
            throw ReturnCalls.notInForce(TrainValue.KIND);
        }
        GetCustomerValueResponse.Builder response =
                GetCustomerValueResponse.newBuilder().setModelVersion(version);
        values.assess(profile, clock.instant()).map(messages::message).ifPresent(response::setValue);
        return response.build();
    }
}
