package io.zugabe.bench.simulation;

/**
 * A category of the shop. Prices spread over two orders of magnitude, and margins from thin (electronics)
 * to wide (clothing), as in a general store: that is what makes spend a noisy measure of behaviour.
 */
public enum Category {
    DRUGSTORE(0.20, 7, 0.5, 0.32, 0.3),
    HOUSEHOLD(0.14, 17, 0.6, 0.38, 0.7),
    PETS(0.08, 15, 0.5, 0.30, 0.3),
    GARDEN(0.07, 28, 0.7, 0.38, 0.8),
    KITCHEN(0.10, 29, 0.6, 0.40, 0.9),
    CLOTHING(0.14, 36, 0.5, 0.48, 2.0),
    SHOES(0.05, 62, 0.4, 0.45, 2.2),
    ELECTRONICS(0.09, 65, 0.8, 0.19, 1.0),
    TOYS(0.07, 22, 0.5, 0.36, 0.6),
    BOOKS(0.06, 14, 0.4, 0.30, 0.3);

    /** Products in each category. */
    static final int PRODUCTS = 120;

    /** Share of what is wanted. */
    final double demand;

    /** Median price, in euros. */
    final double price;

    /** Spread of the logarithm of prices. */
    final double spread;

    /** Margin at the full price, as a share of it. */
    final double margin;

    /** How much more, or less, of it comes back than on average. */
    final double returns;

    Category(double demand, double price, double spread, double margin, double returns) {
        this.demand = demand;
        this.price = price;
        this.spread = spread;
        this.margin = margin;
        this.returns = returns;
    }

    /** The category as events name it. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** How much more is wanted of it in a month than on average. */
    double season(int month) {
        return switch (this) {
            case GARDEN -> month >= 3 && month <= 7 ? 1.8 : 0.5;
            case TOYS -> month >= 11 ? 2.6 : 0.8;
            case DRUGSTORE, HOUSEHOLD, PETS, KITCHEN, CLOTHING, SHOES, ELECTRONICS, BOOKS -> 1;
        };
    }
}
