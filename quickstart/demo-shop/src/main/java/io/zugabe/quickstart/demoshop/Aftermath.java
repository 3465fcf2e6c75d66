package io.zugabe.quickstart.demoshop;

import io.zugabe.quickstart.demoshop.ShopEvent.CaseOpened;
import io.zugabe.quickstart.demoshop.ShopEvent.CaseResolved;
import io.zugabe.quickstart.demoshop.ShopEvent.Item;
import io.zugabe.quickstart.demoshop.ShopEvent.Reason;
import io.zugabe.quickstart.demoshop.ShopEvent.Refund;
import io.zugabe.quickstart.demoshop.ShopEvent.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What follows an order: calls to customer service, returns, reviews. */
final class Aftermath {

    /** A misfit that is worth its postage almost always comes back. */
    private static final double MISFIT_COMES_BACK = 0.9;

    /** Opened packs of food, cosmetics or cells are rarely sent back, services hardly ever cancelled. */
    private static final double CONSUMABLE_COMES_BACK = 0.15;

    private static final Map<Reason, Double> REASONS = new EnumMap<>(Map.of(
            Reason.NOT_WANTED, 0.5,
            Reason.DEFECTIVE, 0.16,
            Reason.NOT_AS_DESCRIBED, 0.16,
            Reason.LATE, 0.06,
            Reason.OTHER, 0.12));

    private static final List<String> TOPICS =
            List.of("where is my order", "how do I set it up", "invoice", "it does not work", "how do I return it");

    private final Latent latent;
    private final GroundTruth truth;
    private final Diary diary;
    private final Odds odds;

    Aftermath(Latent latent, GroundTruth truth, Diary diary, Odds odds) {
        this.latent = latent;
        this.truth = truth;
        this.diary = diary;
        this.odds = odds;
    }

    /** Notes what follows the order that was just placed. */
    void follow(String order, List<Line> lines, double discount) {
        Instant ordered = diary.now();
        contacts(ordered);
        boolean allKept = returns(ordered, order, lines, discount);
        if (odds.happens(0.09)) {
            review(ordered, lines.getFirst(), allKept);
        }
    }

    private void contacts(Instant ordered) {
        Instant from = ordered;
        for (int left = odds.poisson(latent.contacts()); left > 0; left--) {
            String id = diary.nextCase();
            Instant opened = later(from, odds.between(0.3, 9));
            Instant resolved = later(opened, odds.around(0.6, 0.9));
            long cost = Math.max(150, Math.round(odds.around(latent.contactCost(), 0.4)));
            diary.note(opened, "phone", new CaseOpened(id, odds.pick(TOPICS, topic -> 1)));
            Duration effort = Duration.ofMinutes(Math.max(1, cost / 70)); // 42 EUR an hour
            diary.note(resolved, "phone", new CaseResolved(id, cost, effort, odds.happens(0.1)));
            from = resolved;
        }
    }

    private boolean returns(Instant ordered, String order, List<Line> lines, double discount) {
        var back = new EnumMap<Reason, List<Item>>(Reason.class);
        for (Line line : lines) {
            boolean misfit = line.misfit();
            if (odds.happens(misfit ? MISFIT_COMES_BACK : returnChance(line.product()))) {
                Reason reason = misfit ? Reason.DOES_NOT_FIT : odds.pick(REASONS.keySet(), Aftermath::weight);
                back.computeIfAbsent(reason, why -> new ArrayList<>()).add(line.item(discount));
            }
        }
        back.forEach((reason, items) -> diary.note(
                later(ordered, odds.between(4, 24)), "web", new Refund(order, items, reason, comment(reason))));
        return back.isEmpty();
    }

    private double returnChance(DemoProduct product) {
        boolean rarely =
                truth.uses().containsKey(product.type()) || product.category().startsWith("Services");
        return latent.returnChance() * (rarely ? CONSUMABLE_COMES_BACK : 1);
    }

    private void review(Instant ordered, Line line, boolean kept) {
        int stars = kept ? 3 + Math.min(2, odds.poisson(1.6)) : 1 + odds.poisson(0.7) % 3;
        String text = kept ? "Does what it should." : "Not what I had hoped for.";
        diary.note(
                later(ordered, odds.between(6, 30)),
                "web",
                new Review(line.product().id(), stars, text));
    }

    private static double weight(Reason reason) {
        return REASONS.getOrDefault(reason, 0.0);
    }

    private static String comment(Reason reason) {
        return reason == Reason.DOES_NOT_FIT ? "It does not fit my device." : "";
    }

    private static Instant later(Instant time, double days) {
        return time.plusSeconds(Math.round(days * 86_400));
    }
}
