package io.zugabe.quickstart.demoshop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** A simulated customer, who knows what they need and decides about what they are shown. */
public final class Shopper {

    /** How often someone takes what only looks as if it fits. */
    private static final double CARELESS = 0.03;

    private final String customer;
    private final Latent latent;
    private final GroundTruth truth;

    Shopper(String customer, Latent latent, GroundTruth truth) {
        this.customer = customer;
        this.latent = latent;
        this.truth = truth;
    }

    /** The customer's id. */
    public String customer() {
        return customer;
    }

    /** What drives the customer; not for those who are to find it out. */
    public Latent latent() {
        return latent;
    }

    /**
     * What the customer takes of the products shown beside one that they own or are about to buy: at most one per need
     * that they feel, and not more than the budget pays.
     *
     * @param host what is being bought, or is owned
     * @param daysOwned 0 while it is being bought; needs that arise in use are felt from their day on
     * @param offered what is shown
     * @param budget euro cents left to spend
     * @param random decides what chance decides
     */
    public List<DemoProduct> choose(
            DemoProduct host, int daysOwned, List<DemoProduct> offered, long budget, RandomGenerator random) {
        return choose(host, daysOwned, offered, budget, new Odds(random));
    }

    List<DemoProduct> choose(DemoProduct host, int daysOwned, List<DemoProduct> offered, long budget, Odds odds) {
        var chosen = new ArrayList<DemoProduct>();
        long left = budget;
        for (Need need : truth.needsOf(host)) {
            boolean felt = need.together() ? daysOwned == 0 : daysOwned >= need.afterDays();
            if (!felt || !odds.happens(Math.min(0.95, need.chance() * latent.crossBuy()))) {
                continue;
            }
            long affordable = left;
            List<DemoProduct> serving = offered.stream()
                    .filter(part -> need.parts().contains(part.type()) && part.price() <= affordable)
                    .filter(part -> !chosen.contains(part))
                    .toList();
            boolean careless = odds.happens(CARELESS);
            List<DemoProduct> considered = serving.stream()
                    .filter(part -> need.fits(host, part) != careless)
                    .toList();
            if (!considered.isEmpty()) {
                DemoProduct taken = prefer(considered, odds);
                chosen.add(taken);
                left -= taken.price();
            }
        }
        return chosen;
    }

    /** Whether the part serves no need of the host although its type suggests so: it was bought by mistake. */
    boolean misfit(DemoProduct host, DemoProduct part) {
        List<Need> needs = truth.needsOf(host).stream()
                .filter(need -> need.parts().contains(part.type()))
                .toList();
        return !needs.isEmpty() && needs.stream().noneMatch(need -> need.fits(host, part));
    }

    /** One of several products for the same purpose: the better known and the cheaper, the more likely. */
    DemoProduct prefer(Collection<DemoProduct> products, Odds odds) {
        return odds.pick(products, this::appeal);
    }

    private double appeal(DemoProduct product) {
        return product.fame() * StrictMath.pow(product.price() / 100.0, -latent.thrift());
    }
}
