package io.zugabe.recommendation.complements;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.complements.domain.Groups;
import io.zugabe.recommendation.complements.domain.Habits;
import io.zugabe.recommendation.complements.domain.HabitsBytes;
import io.zugabe.recommendation.complements.domain.Orders;
import io.zugabe.recommendation.models.Learnable;
import io.zugabe.recommendation.models.ModelArchive;
import io.zugabe.recommendation.models.ModelLearner;
import io.zugabe.recommendation.products.domain.ProductIds;
import io.zugabe.recommendation.replica.CatalogReplica;
import io.zugabe.recommendation.replica.domain.CatalogSnapshot;
import io.zugabe.recommendation.replica.domain.Product;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Learns habits from the orders, and what the catalog says of their products. */
@Singleton
public class LearnHabits implements Learnable<Habits> {

    private static final Duration LONGEST_READING = Duration.ofMinutes(30);

    private final HabitsModels models;
    private final OrderHistory history;
    private final BasketModels baskets;
    private final CatalogReplica catalog;
    private final ProductIds ids;
    private final HabitsConfig config;
    private final ModelLearner<Habits> learner;

    /** Knows every product of the model that was just learned. */
    private @Nullable CatalogSnapshot learnedWith;

    public LearnHabits(
            HabitsModels models,
            OrderHistory history,
            BasketModels baskets,
            CatalogReplica catalog,
            ProductIds ids,
            HabitsConfig config,
            ModelArchive archive) {
        this.models = models;
        this.history = history;
        this.baskets = baskets;
        this.catalog = catalog;
        this.ids = ids;
        this.config = config;
        this.learner = new ModelLearner<>(this, archive, Clock.systemUTC());
    }

    void start(@Observes StartupEvent event) {
        learner.start(config.lookEvery());
    }

    void stop(@Observes ShutdownEvent event) {
        learner.close();
    }

    @Override
    public String kind() {
        return "habits";
    }

    @Override
    public boolean isOfTheLog() {
        return true;
    }

    /** Without the catalog products have no types. */
    @Override
    public boolean isDue(Duration age) {
        BasketModel counted = baskets.current();
        Habits known = models.current();
        if (catalog.current().isEmpty() || counted.total() < config.leastOrders()) {
            return false;
        }
        if (known.counted() == 0) {
            return true;
        }
        boolean changed = counted.position() != known.position();
        boolean grown = counted.total() >= known.counted() * (1 + config.growth());
        return changed && age.compareTo(grown ? config.shortest() : config.every()) >= 0;
    }

    @Override
    public Habits learn(DoubleConsumer progress) {
        BasketModel counted = baskets.current();
        Orders orders = history.read(config.mostOrders()).await().atMost(LONGEST_READING);
        Groups types = new Groups();
        Groups categories = new Groups();
        CatalogSnapshot snapshot = catalog.current().orElseThrow();
        learnedWith = snapshot;
        for (int number = 1; number <= ids.largest(); number++) {
            Product product = snapshot.product(number);
            if (product != null) {
                types.put(number, product.type().type());
                categories.put(number, Habits.path(product.category()));
            }
        }
        return Habits.learn(orders, counted.total(), types, categories, counted.position(), progress);
    }

    @Override
    public byte[] write(Habits model) {
        return HabitsBytes.write(model, this::idOf);
    }

    private String idOf(int number) {
        CatalogSnapshot snapshot = Objects.requireNonNull(learnedWith);
        return Objects.requireNonNull(snapshot.product(number)).id();
    }

    @Override
    public Habits read(byte[] bytes) {
        return HabitsBytes.read(bytes, ids::numberOf);
    }

    @Override
    public void publish(Habits model, String version) {
        models.publish(model, version);
    }

    @Override
    public void forget() {
        models.forget();
    }

    @Override
    public void progress(double share) {
        models.progress(share);
    }
}
