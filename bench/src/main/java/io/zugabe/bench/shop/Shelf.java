package io.zugabe.bench.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What everybody can see of the products. All that decides about offers knows products from here. */
public final class Shelf {

    /**
     * What can be seen of a product.
     *
     * @param id says nothing
     * @param group the department
     * @param consumable whether it is used up, so that who bought it may need it again
     * @param price in cents
     * @param cost in cents
     */
    public record Tag(String id, String type, int group, boolean consumable, long price, long cost) {}

    private final List<Tag> tags = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    public Shelf(Assortment assortment, long seed) {
        for (int number = 0; number < assortment.size(); number++) {
            String id = "p-%016x".formatted(Chance.mix(seed ^ (number + 1) * 0x9E3779B97F4A7C15L));
            Good good = assortment.good(number);
            Kind kind = good.kind();
            boolean consumable = kind.role() == Kind.Role.SUPPLY;
            tags.add(new Tag(id, kind.type(), kind.group(), consumable, good.price(), good.cost()));
            numbers.put(id, number);
        }
    }

    /** Number of products. */
    public int size() {
        return tags.size();
    }

    /** A product. */
    public Tag tag(int number) {
        return tags.get(number);
    }

    /** The product of an id; -1 if there is none. */
    public int number(String id) {
        return numbers.getOrDefault(id, -1);
    }
}
