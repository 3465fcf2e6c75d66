package io.zugabe.segmentation.feature.adapter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.zugabe.segmentation.feature.CurrentFeatures;
import io.zugabe.segmentation.feature.TraitStore;
import io.zugabe.segmentation.feature.domain.Feature;
import io.zugabe.segmentation.feature.domain.Traits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Traits in PostgreSQL. */
@ApplicationScoped
class PostgresTraits implements TraitStore {

    private static final String LOAD = "select trait, type, unit from trait_feature order by trait limit $1";

    private static final String ADD = """
            insert into trait_feature (trait, type, unit)
            select * from unnest($1::text[], $2::text[], $3::text[])
            on conflict (trait) do nothing""";

    private final Pool pool;

    PostgresTraits(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Feature>> load() {
        return pool.preparedQuery(LOAD)
                .execute(Tuple.of(CurrentFeatures.MOST_TRAITS))
                .map(rows -> {
                    List<Feature> traits = new ArrayList<>();
                    for (Row row : rows) {
                        traits.add(Traits.feature(
                                row.getString(0), Feature.Type.valueOf(row.getString(1)), row.getString(2)));
                    }
                    return traits;
                });
    }

    @Override
    public Uni<Void> add(Map<String, Feature> traits) {
        Map<String, Feature> sorted = new TreeMap<>(traits);
        Tuple columns = Tuple.tuple()
                .addArrayOfString(sorted.keySet().toArray(String[]::new))
                .addArrayOfString(sorted.values().stream()
                        .map(trait -> trait.type().name())
                        .toArray(String[]::new))
                .addArrayOfString(sorted.values().stream().map(Feature::unit).toArray(String[]::new));
        return pool.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }
}
