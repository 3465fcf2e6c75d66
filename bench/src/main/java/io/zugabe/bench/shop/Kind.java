package io.zugabe.bench.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A type of product.
 *
 * @param type as the catalog calls it
 * @param group what belongs together: a device and its parts, or a thing and its companion; from 0
 * @param products number of products
 * @param price median, in euros
 * @param margin share of the price
 * @param returnRate share that comes back for no better reason than that it is not wanted
 */
public record Kind(String type, int group, Role role, int products, double price, double margin, double returnRate) {

    /** What a product is within its group. */
    public enum Role {
        /** What shoppers come for. */
        DEVICE,
        /** Used up by a device and bought again; must have the device's system. */
        SUPPLY,
        /** Batteries and chargers; must be of a model that the device takes. */
        POWER,
        /** Cases and covers; must be large enough and not too large. */
        CASE,
        /** Care and stands: go with every device of the group, missed only after some days of use. */
        CARE,
        /** What shoppers come for in groups without anything that has to fit. */
        THING,
        /** Goes with a thing. */
        COMPANION;

        public boolean isMain() {
            return this == DEVICE || this == THING;
        }

        /** Whether a part must fit, so that a wrong one exists. */
        public boolean mustFit() {
            return this == SUPPLY || this == POWER || this == CASE;
        }
    }

    private static final String[] DEVICES = {
        "camera", "drill", "printer", "phone", "laptop", "vacuum", "bicycle", "espresso_machine", "shaver", "reader"
    };
    private static final double[] DEVICE_PRICES = {700, 120, 150, 450, 800, 220, 600, 250, 90, 130};

    private static final String[] THINGS = {
        "tent",
        "bin",
        "rice_cooker",
        "garden_chair",
        "guitar",
        "aquarium",
        "grill",
        "jacket",
        "shoe",
        "desk",
        "pan",
        "stroller",
        "puzzle",
        "plant"
    };
    private static final double[] THING_PRICES = {180, 45, 60, 70, 220, 130, 190, 110, 85, 240, 55, 330, 22, 18};

    /** Groups of devices come first. */
    public static final int DEVICE_GROUPS = DEVICES.length;

    /** Number of groups. */
    public static final int GROUPS = DEVICES.length + THINGS.length;

    /** All types, group by group. */
    static List<Kind> all() {
        List<Kind> all = new ArrayList<>();
        for (int i = 0; i < DEVICES.length; i++) {
            double price = DEVICE_PRICES[i];
            all.add(of(DEVICES[i], i, Role.DEVICE, 30, price, 0.14, 0.06));
            all.add(of(DEVICES[i], i, Role.SUPPLY, 40, Math.max(7, 0.06 * price), 0.35, 0.02));
            all.add(of(DEVICES[i], i, Role.POWER, 30, Math.max(12, 0.10 * price), 0.40, 0.03));
            all.add(of(DEVICES[i], i, Role.CASE, 30, Math.max(10, 0.07 * price), 0.50, 0.05));
            all.add(of(DEVICES[i], i, Role.CARE, 12, Math.max(8, 0.05 * price), 0.45, 0.03));
        }
        for (int i = 0; i < THINGS.length; i++) {
            // Clothes come back more often than anything else.
            double returns = THINGS[i].equals("jacket") || THINGS[i].equals("shoe") ? 0.25 : 0.05;
            int group = DEVICES.length + i;
            all.add(of(THINGS[i], group, Role.THING, 60, THING_PRICES[i], 0.30, returns));
            all.add(of(THINGS[i], group, Role.COMPANION, 50, Math.max(6, 0.3 * THING_PRICES[i]), 0.42, 0.04));
        }
        return all;
    }

    private static Kind of(String name, int group, Role role, int products, double price, double margin, double back) {
        String suffix = role.isMain() ? "" : "_" + role.name().toLowerCase(Locale.ROOT);
        return new Kind("shop_" + name + suffix, group, role, products, price, margin, back);
    }
}
