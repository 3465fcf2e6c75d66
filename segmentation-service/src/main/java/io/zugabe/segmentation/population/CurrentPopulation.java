package io.zugabe.segmentation.population;

import io.quarkus.runtime.Startup;
import io.zugabe.segmentation.model.CurrentModel;
import io.zugabe.segmentation.model.CurrentModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The population in force. */
@Startup(CurrentModels.FOLLOWERS)
@ApplicationScoped
public class CurrentPopulation {

    private final CurrentModel<Population> current;

    CurrentPopulation(CurrentModels models, PopulationCodec codec) {
        this.current = models.follow(LearnPopulation.KIND, model -> codec.decode(model.payload()));
    }

    /** The population; empty until one was learned. Costs nothing. */
    public Optional<Population> get() {
        return current.get();
    }
}
