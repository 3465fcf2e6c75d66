package io.zugabe.bench.fit;

import io.zugabe.bench.fit.SyntheticFamily.Kind;
import io.zugabe.catalog.v1.AttributeMatch;
import io.zugabe.catalog.v1.MakerStatement;
import io.zugabe.catalog.v1.ProductSelector;
import io.zugabe.common.v1.FitLimit;
import io.zugabe.common.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What makers state about a synthetic catalog: lists and exclusions, by product and by battery model. */
final class SyntheticStatements {

    private static final long SEED = 3;
    private static final int STATEMENTS = 300;
    private static final List<Kind> PARTS = List.of(Kind.BATTERY, Kind.CHARGER, Kind.CABLE, Kind.CASE);

    private final SyntheticCatalog catalog;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private SyntheticStatements(SyntheticCatalog catalog) {
        this.catalog = catalog;
    }

    static List<MakerStatement> of(SyntheticCatalog catalog) {
        SyntheticStatements drawn = new SyntheticStatements(catalog);
        List<MakerStatement> statements = new ArrayList<>();
        for (int i = 0; i < STATEMENTS; i++) {
            statements.add(drawn.next(i));
        }
        return statements;
    }

    private MakerStatement next(int number) {
        List<SyntheticFamily> families = SyntheticFamily.all();
        SyntheticFamily family = families.get(random.nextInt(families.size()));
        MakerStatement.Builder statement = MakerStatement.newBuilder()
                .setStatementId("synthetic-" + number)
                .setProvenance("Made up for measuring");
        if (random.nextInt(3) == 0) {
            statement.addHosts(devicesWith(family, family.batteryModel(random)));
        } else {
            addProducts(family.type(Kind.DEVICE), 1 + random.nextInt(3), statement::addHosts);
        }
        Kind part = PARTS.get(random.nextInt(PARTS.size()));
        addProducts(family.type(part), 1 + random.nextInt(5), statement::addParts);
        return switch (random.nextInt(10)) {
            case 0 ->
                statement
                        .setVerdict(Verdict.VERDICT_FITS_WITH_LIMITS)
                        .addLimits(FitLimit.newBuilder()
                                .setAttribute("firmware")
                                .setGot("1.0")
                                .setNeeded("2.0"))
                        .build();
            case 1, 2, 3 -> statement.setVerdict(Verdict.VERDICT_DOES_NOT_FIT).build();
            default -> statement.setVerdict(Verdict.VERDICT_FITS).build();
        };
    }

    private static ProductSelector devicesWith(SyntheticFamily family, String batteryModel) {
        return ProductSelector.newBuilder()
                .setAttribute(AttributeMatch.newBuilder()
                        .setType(family.type(Kind.DEVICE))
                        .setAttribute("battery_models")
                        .setValue(batteryModel))
                .build();
    }

    private void addProducts(String type, int count, java.util.function.Consumer<ProductSelector> add) {
        for (int found = 0; found < count; ) {
            int product = random.nextInt(catalog.size());
            if (catalog.types().get(catalog.typeOf(product)).type().equals(type)) {
                add.accept(ProductSelector.newBuilder()
                        .setProductId(SyntheticCatalog.id(product))
                        .build());
                found++;
            }
        }
    }
}
