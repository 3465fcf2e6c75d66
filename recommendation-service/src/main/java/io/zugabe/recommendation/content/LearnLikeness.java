package io.zugabe.recommendation.content;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.zugabe.recommendation.baskets.BasketModels;
import io.zugabe.recommendation.baskets.domain.BasketModel;
import io.zugabe.recommendation.content.domain.CompareProducts;
import io.zugabe.recommendation.content.domain.Features.Described;
import io.zugabe.recommendation.content.domain.Likeness;
import io.zugabe.recommendation.content.domain.LikenessBytes;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Compares products without sales with those that sell, whenever either has changed. */
@Singleton
public class LearnLikeness implements Learnable<Likeness> {

    private final LikenessModels models;
    private final BasketModels baskets;
    private final CatalogReplica catalog;
    private final ProductIds ids;
    private final LikenessConfig config;
    private final ModelLearner<Likeness> learner;

    /** Knows every product of the model that was just made. */
    private @Nullable CatalogSnapshot comparedWith;

    public LearnLikeness(
            LikenessModels models,
            BasketModels baskets,
            CatalogReplica catalog,
            ProductIds ids,
            LikenessConfig config,
            ModelArchive archive) {
        this.models = models;
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
        return "likeness";
    }

    @Override
    public boolean isOfTheLog() {
        return true;
    }

    @Override
    public boolean isDue(Duration age) {
        int orders = baskets.current().total();
        int products = catalog.current().map(CatalogSnapshot::size).orElse(0);
        Likeness known = models.served().likeness();
        if (products == 0 || orders == 0 || known.products() == 0) {
            return products > 0 && orders > 0;
        }
        boolean grown = orders >= known.orders() * (1 + config.growth())
                || products >= known.products() * (1 + config.growth());
        boolean changed = known.position() != baskets.current().position() || known.products() != products;
        return changed && (grown || age.compareTo(config.every()) >= 0);
    }

    @Override
    public Likeness learn(DoubleConsumer progress) {
        BasketModel counted = baskets.current();
        CatalogSnapshot snapshot = catalog.current().orElseThrow();
        comparedWith = snapshot;
        CompareProducts comparison = new CompareProducts();
        forEach(snapshot, product -> {
            if (sells(product, counted)) {
                comparison.sells(described(product));
            }
        });
        comparison.index();
        forEach(snapshot, product -> {
            if (!sells(product, counted)) {
                comparison.compare(described(product));
                progress.accept((double) product.number() / ids.largest());
            }
        });
        return comparison.done(counted.total(), counted.position());
    }

    private void forEach(CatalogSnapshot snapshot, Consumer<Product> visitor) {
        for (int number = 1; number <= ids.largest(); number++) {
            Product product = snapshot.product(number);
            if (product != null) {
                visitor.accept(product);
            }
        }
    }

    private boolean sells(Product product, BasketModel counted) {
        return counted.basketsOf(product.number()) >= config.enoughOrders();
    }

    private static Described described(Product product) {
        List<String> facts = new ArrayList<>();
        product.attributes()
                .forEach((attribute, values) -> values.forEach(value -> facts.add(attribute + "=" + value)));
        facts.add("brand=" + product.brand());
        facts.add("category=" + String.join(">", product.category()));
        return new Described(
                product.number(),
                product.type().type(),
                List.copyOf(product.name().texts().values()),
                facts);
    }

    @Override
    public byte[] write(Likeness model) {
        return LikenessBytes.write(model, this::idOf);
    }

    private String idOf(int number) {
        CatalogSnapshot snapshot = Objects.requireNonNull(comparedWith);
        return Objects.requireNonNull(snapshot.product(number)).id();
    }

    @Override
    public Likeness read(byte[] bytes) {
        return LikenessBytes.read(bytes, ids::numberOf);
    }

    @Override
    public void publish(Likeness model, String version) {
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
