package io.zugabe.quickstart.demoshop;

import io.zugabe.quickstart.demoshop.ShopEvent.ConsentChanged;
import io.zugabe.quickstart.demoshop.ShopEvent.MembershipChanged;
import io.zugabe.quickstart.demoshop.ShopEvent.NewsletterChanged;
import io.zugabe.quickstart.demoshop.ShopEvent.TraitsChanged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays how a customer registers: what they consent to, subscribe to and say about themselves. */
final class Registration {

    private static final Map<String, Double> AGES =
            new TreeMap<>(Map.of("18-24", 1.0, "25-34", 2.2, "35-44", 2.2, "45-54", 1.9, "55-64", 1.6, "65+", 1.1));
    private static final List<String> HOUSEHOLDS = List.of("1", "2", "3", "4+");

    private final Latent latent;
    private final Diary diary;
    private final Odds odds;

    Registration(Latent latent, Diary diary, Odds odds) {
        this.latent = latent;
        this.diary = diary;
        this.odds = odds;
    }

    void play() {
        diary.visit(0);
        diary.note(new ConsentChanged("personalization", odds.happens(0.85)));
        boolean email = odds.happens(newsletterChance() + 0.15);
        diary.note(new ConsentChanged("email", email));
        boolean newsletter = email && odds.happens(newsletterChance());
        if (newsletter) {
            diary.note(new NewsletterChanged(true));
        }
        if (odds.happens(latent.type() == ShopperType.LOYAL ? 0.5 : 0.08)) {
            diary.note(new MembershipChanged(true));
        }
        if (odds.happens(0.6)) {
            String age = odds.pick(AGES.keySet(), band -> AGES.getOrDefault(band, 0.0));
            diary.note(new TraitsChanged(Map.of("age_band", age, "household", odds.pick(HOUSEHOLDS, size -> 1))));
        }
        if (newsletter && odds.happens(0.12)) {
            diary.visit(odds.whole(20, 200));
            diary.note(new NewsletterChanged(false));
            if (odds.happens(0.4)) {
                diary.note(new ConsentChanged("email", false));
            }
        }
    }

    private double newsletterChance() {
        return switch (latent.type()) {
            case PROMOTION_MAXIMIZER -> 0.8;
            case LOYAL -> 0.55;
            case NORMAL, PROSPECT, SERVICE_DEMANDER, REVENUE_REVERSER, SPENDING_LIMITER -> 0.3;
        };
    }
}
