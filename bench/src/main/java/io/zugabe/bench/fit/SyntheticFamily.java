package io.zugabe.bench.fit;

import io.zugabe.bench.catalog.RulePacks;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.Quantity;
import io.zugabe.common.v1.QuantityRange;
import io.zugabe.common.v1.TextList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A device and what goes with it: five types, related by the rules of {@code fit/family.yaml}. Gives random
 * attribute values that hang together as those of real products do: a battery of a certain model always has
 * the voltage of its platform.
 */
public final class SyntheticFamily {

    private static final String TEMPLATE = RulePacks.text("/fit/family.yaml");

    private static final List<String> NAMES =
            List.of("drill", "camera", "phone", "laptop", "vacuum", "lantern", "speaker", "bicycle");

    private static final List<String> CONNECTORS = List.of(
            "USB-C",
            "Micro-USB",
            "Mini-USB",
            "Lightning",
            "Barrel 5.5 mm",
            "Barrel 3.5 mm",
            "Magnetic 2-pin",
            "Magnetic 4-pin",
            "XT60",
            "XT30",
            "Anderson",
            "DIN 4-pin",
            "Slim tip");

    private static final List<String> SHAPES = List.of("round", "square", "slim", "tall", "wedge");
    private static final double[] VOLTAGES = {3.7, 5, 7.2, 10.8, 12, 14.4, 18, 36};
    private static final double[] POWERS = {5, 10, 18, 20, 30, 45, 60, 65, 100};
    private static final double[] CAPACITIES = {4, 8, 12, 16, 20, 24, 30, 36, 45, 54, 72, 90};
    private static final int CONNECTORS_OF_A_FAMILY = 6;
    private static final int MODELS_OF_A_PLATFORM = 5;
    private static final int WIDTHS = 60;

    private final int number;

    SyntheticFamily(int number) {
        this.number = number;
    }

    /** All of them. */
    public static List<SyntheticFamily> all() {
        List<SyntheticFamily> families = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            families.add(new SyntheticFamily(i));
        }
        return families;
    }

    /** What a product is within its family. */
    public enum Kind {
        DEVICE("", 300, 0.20),
        BATTERY("_battery", 140, 0.10),
        CHARGER("_charger", 160, 0.15),
        CABLE("_cable", 120, 0.25),
        CASE("_case", 100, 0.30);

        private final String suffix;
        private final int designs;
        private final double share;

        Kind(String suffix, int designs, double share) {
            this.suffix = suffix;
            this.designs = designs;
            this.share = share;
        }

        /** How many different tuples of attributes its products have. */
        int designs() {
            return designs;
        }

        /** Its part of the family's products. */
        double share() {
            return share;
        }
    }

    /** Families are of different size, too. */
    double weight() {
        return 1 / Math.sqrt(number + 1.0);
    }

    public String name() {
        return NAMES.get(number);
    }

    public String type(Kind kind) {
        return "synthetic_" + name() + kind.suffix;
    }

    /** Name of the file of its rule pack. */
    String packFile() {
        return "synthetic-" + name() + ".yaml";
    }

    /** The text of its rule pack. */
    String pack() {
        String next = NAMES.get((number + 1) % NAMES.size());
        return TEMPLATE.replace("FAMILY", name()).replace("NEXT", next);
    }

    /** A battery model of one of its platforms. */
    String batteryModel(SplittableRandom random) {
        return batteryModel(random.nextInt(VOLTAGES.length), random.nextInt(MODELS_OF_A_PLATFORM));
    }

    /** Random values of all attributes that rules read. */
    Map<String, AttributeValue> attributes(Kind kind, SplittableRandom random) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        int platform = random.nextInt(VOLTAGES.length);
        double voltage = VOLTAGES[platform];
        switch (kind) {
            case DEVICE -> {
                values.put("connector", text(connector(random)));
                values.put("battery_models", list(batteryModels(platform, random)));
                values.put("input_voltage", range(tenths(voltage * 0.9), tenths(voltage * 1.1)));
                values.put("needed_capacity", number(oneOf(CAPACITIES, random) / 2, "Wh"));
                values.put("power", number(oneOf(POWERS, random), "W"));
                values.put("width", number(width(random), "mm"));
                values.put("shape", text(SHAPES.get(random.nextInt(SHAPES.size()))));
            }
            case BATTERY -> {
                values.put("battery_model", text(batteryModel(platform, random.nextInt(MODELS_OF_A_PLATFORM))));
                values.put("voltage", number(voltage, "V"));
                values.put("capacity", number(oneOf(CAPACITIES, random), "Wh"));
            }
            case CHARGER -> {
                values.put("ports", list(connectors(random)));
                values.put("output_voltage", range(3.3, tenths(voltage * 1.2)));
                values.put("power", number(oneOf(POWERS, random), "W"));
                values.put("battery_models", list(batteryModels(platform, random)));
            }
            case CABLE -> {
                values.put("plug", text(connector(random)));
                values.put("socket", text(connector(random)));
                values.put("rated_power", number(oneOf(POWERS, random), "W"));
            }
            case CASE -> {
                values.put("inner_width", number(width(random) + 2, "mm"));
                values.put("shape", text(SHAPES.get(random.nextInt(SHAPES.size()))));
            }
        }
        return values;
    }

    /** Neighbouring families share most of their connectors. */
    private String connector(SplittableRandom random) {
        return CONNECTORS.get((number + random.nextInt(CONNECTORS_OF_A_FAMILY)) % CONNECTORS.size());
    }

    private List<String> connectors(SplittableRandom random) {
        return some(1 + random.nextInt(3), () -> connector(random));
    }

    private List<String> batteryModels(int platform, SplittableRandom random) {
        return some(1 + random.nextInt(4), () -> batteryModel(platform, random.nextInt(MODELS_OF_A_PLATFORM)));
    }

    private static List<String> some(int draws, java.util.function.Supplier<String> drawn) {
        return java.util.stream.Stream.generate(drawn)
                .limit(draws)
                .distinct()
                .sorted()
                .toList();
    }

    private String batteryModel(int platform, int model) {
        return name().substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "-" + platform + (char) ('A' + model);
    }

    private static double width(SplittableRandom random) {
        return 40 + 3 * random.nextInt(WIDTHS);
    }

    private static double oneOf(double[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    static AttributeValue text(String text) {
        return AttributeValue.newBuilder().setText(text).build();
    }

    static AttributeValue number(double value, String unit) {
        return AttributeValue.newBuilder()
                .setNumber(Quantity.newBuilder().setValue(value).setUnit(unit))
                .build();
    }

    private static AttributeValue list(List<String> values) {
        return AttributeValue.newBuilder()
                .setList(TextList.newBuilder().addAllValues(values))
                .build();
    }

    private static AttributeValue range(double min, double max) {
        return AttributeValue.newBuilder()
                .setRange(QuantityRange.newBuilder().setMin(min).setMax(max).setUnit("V"))
                .build();
    }
}
