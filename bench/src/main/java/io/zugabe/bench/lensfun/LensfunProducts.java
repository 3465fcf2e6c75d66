package io.zugabe.bench.lensfun;

import com.google.type.Money;
import io.zugabe.bench.lensfun.LensfunTables.Camera;
import io.zugabe.bench.lensfun.LensfunTables.LabelledPair;
import io.zugabe.bench.lensfun.LensfunTables.Lens;
import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.TextList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Lensfun's cameras and lenses as products of a shop, and which of them a labelled pair means. */
final class LensfunProducts {

    /** Lensfun states no prices; a product must have one. */
    private static final Money PRICE =
            Money.newBuilder().setCurrencyCode("EUR").setUnits(1).build();

    private final List<Product> products = new ArrayList<>();
    private final Map<List<String>, String> cameraIds = new HashMap<>();
    private final Map<List<String>, String> lensIds = new HashMap<>();

    LensfunProducts(LensfunTables tables) {
        tables.cameras()
                .forEach(camera -> add(camera, tables.adapters().getOrDefault(camera.mount(), new TreeSet<>())));
        tables.lenses().forEach(this::add);
    }

    List<Product> products() {
        return products;
    }

    /** The id of a pair's camera; of several variants with the same mount any will do. */
    String cameraOf(LabelledPair pair) {
        return found(cameraIds, List.of(pair.cameraMaker(), pair.cameraModel(), pair.cameraMount()));
    }

    /** The id of a pair's lens. */
    String lensOf(LabelledPair pair) {
        return found(lensIds, key(pair.lensMaker(), pair.lensModel(), pair.lensMounts()));
    }

    private void add(Camera camera, Collection<String> adaptable) {
        String id = "camera-" + (products.size() + 1);
        cameraIds.putIfAbsent(List.of(camera.maker(), camera.model(), camera.mount()), id);
        String name = camera.variant().isEmpty() ? camera.model() : camera.model() + " (" + camera.variant() + ")";
        products.add(product(id, "interchangeable_camera", camera.maker(), camera.model(), name)
                .putAttributes(
                        "mount",
                        AttributeValue.newBuilder().setText(camera.mount()).build())
                .putAttributes("adaptable_mounts", list(adaptable))
                .putAttributes(
                        "fixed_lens",
                        AttributeValue.newBuilder().setTruth(camera.fixedLens()).build())
                .build());
    }

    private void add(Lens lens) {
        String id = "lens-" + (products.size() + 1);
        lensIds.putIfAbsent(key(lens.maker(), lens.model(), lens.mounts()), id);
        products.add(product(id, "interchangeable_lens", lens.maker(), lens.model(), lens.model())
                .putAttributes("mounts", list(lens.mounts()))
                .build());
    }

    private static Product.Builder product(String id, String type, String maker, String model, String name) {
        return Product.newBuilder()
                .setProductId(id)
                .setType(type)
                .setBrand(maker)
                .setModel(model)
                .setName(LocalizedText.newBuilder().putTexts("en", name))
                .setPrice(PRICE);
    }

    private static AttributeValue list(Collection<String> values) {
        return AttributeValue.newBuilder()
                .setList(TextList.newBuilder().addAllValues(values))
                .build();
    }

    private static List<String> key(String maker, String model, List<String> mounts) {
        List<String> key = new ArrayList<>(List.of(maker, model));
        key.addAll(new TreeSet<>(mounts));
        return key;
    }

    private static String found(Map<List<String>, String> ids, List<String> key) {
        String id = ids.get(key);
        if (id == null) {
            throw new IllegalArgumentException("the labelled pairs name " + key + ", which the tables do not have");
        }
        return id;
    }
}
