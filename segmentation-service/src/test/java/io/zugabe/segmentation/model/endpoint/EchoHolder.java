package io.zugabe.segmentation.model.endpoint;

import io.quarkus.runtime.Startup;
import io.zugabe.segmentation.model.CurrentModel;
import io.zugabe.segmentation.model.CurrentModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Uses what {@link EchoTrainer} learned. */
@Startup(CurrentModels.FOLLOWERS)
@ApplicationScoped
class EchoHolder {

    private final CurrentModel<String> current;

    EchoHolder(CurrentModels models) {
        current = models.follow("echo", model -> new String(model.payload(), StandardCharsets.UTF_8));
    }

    String says() {
        return current.get().orElse("");
    }
}
