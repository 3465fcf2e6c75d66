package io.zugabe.segmentation.returns;

import io.quarkus.runtime.Startup;
import io.zugabe.segmentation.model.CurrentModel;
import io.zugabe.segmentation.model.CurrentModels;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.returns.adapter.ReturnModelCodec;
import io.zugabe.segmentation.returns.domain.CustomerTendency;
import io.zugabe.segmentation.returns.domain.ReturnCatalog;
import io.zugabe.segmentation.returns.domain.ReturnHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What comes back, by the model that is in force. */
@Startup(CurrentModels.FOLLOWERS)
@ApplicationScoped
public class ReturnRisks {

    private final CurrentModel<ReturnCatalog> current;

    public ReturnRisks(CurrentModels models) {
        current = models.follow(
                TrainReturns.KIND,
                model -> new ReturnCatalog(ReturnModelCodec.decode(model.payload()), model.version()));
    }

    /** The model with its products; empty if none is in force. */
    public Optional<ReturnCatalog> catalog() {
        return current.get();
    }

    /** A customer's part of the risk; empty without a model in force. */
    public Optional<CustomerTendency> tendency(Profile profile) {
        return current.get().map(catalog -> catalog.tendency(ReturnHistory.of(profile)));
    }
}
