package io.zugabe.segmentation.replenishment;

import io.quarkus.runtime.Startup;
import io.zugabe.segmentation.model.CurrentModel;
import io.zugabe.segmentation.model.CurrentModels;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.replenishment.adapter.ReplenishmentModelCodec;
import io.zugabe.segmentation.replenishment.domain.ProductPurchases;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import io.zugabe.segmentation.replenishment.domain.ReplenishmentModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What customers will need again, by the model that is in force. */
@Startup(CurrentModels.FOLLOWERS)
@ApplicationScoped
public class Replenishments {

    private final CurrentModel<ReplenishmentModel> current;

    public Replenishments(CurrentModels models) {
        current = models.follow(TrainReplenishment.KIND, model -> ReplenishmentModelCodec.decode(model.payload()));
    }

    /** Version of the model; 0 if none is in force. */
    public int version() {
        return current.version();
    }

    /** What a customer will need again, soonest first, at most {@code most}; nothing without a model in force. */
    public List<Replenishment> due(Profile profile, Instant now, int most) {
        return current.get()
                .map(model -> model.due(ProductPurchases.of(profile, model), now, most))
                .orElse(List.of());
    }

    /** When a customer will need a product again, if at all. */
    public Optional<Replenishment> due(Profile profile, String product, Instant now) {
        return current.get()
                .flatMap(model -> ProductPurchases.of(profile, product).flatMap(bought -> model.due(bought, now)));
    }
}
