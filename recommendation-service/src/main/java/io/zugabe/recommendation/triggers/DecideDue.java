package io.zugabe.recommendation.triggers;

import io.smallrye.mutiny.Uni;
import io.zugabe.recommendation.campaigns.CampaignReplica;
import io.zugabe.recommendation.campaigns.domain.Campaign;
import io.zugabe.recommendation.customer.CustomerReader;
import io.zugabe.recommendation.customer.domain.Customer;
import io.zugabe.recommendation.decision.DecisionRecord;
import io.zugabe.recommendation.decision.RecommendOffers;
import io.zugabe.recommendation.decision.domain.Decision;
import io.zugabe.recommendation.decision.domain.OfferKind;
import io.zugabe.recommendation.decision.domain.OfferRequest;
import io.zugabe.recommendation.decision.domain.Placement;
import io.zugabe.recommendation.decision.domain.Silence;
import io.zugabe.recommendation.replenishment.domain.DueProduct;
import io.zugabe.recommendation.replica.domain.Circumstances;
import io.zugabe.recommendation.triggers.domain.Channel;
import io.zugabe.recommendation.triggers.domain.Reach;
import io.zugabe.recommendation.triggers.domain.Timer;
import io.zugabe.recommendation.triggers.domain.TriggerKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** Decides what comes of a timer that is due: the same decision as for Recommend, made when it is to be sent. */
@Singleton
public class DecideDue {

    /** A person whose state cannot be read is asked for again after this. */
    private static final Duration UNREADABLE = Duration.ofSeconds(30);

    private static final String NOTHING_FITS = "NOTHING_FITS";
    private static final String CUSTOMER = "c:";
    private static final int PREFIX = 2;

    private final CustomerReader customers;
    private final RecommendOffers recommend;
    private final TriggerSettings settings;
    private final CampaignReplica campaigns;
    private final String locale;
    private final Clock clock = Clock.systemUTC();

    public DecideDue(
            CustomerReader customers,
            RecommendOffers recommend,
            TriggerSettings settings,
            CampaignReplica campaigns,
            TriggersConfig config) {
        this.customers = customers;
        this.recommend = recommend;
        this.settings = settings;
        this.campaigns = campaigns;
        this.locale = config.locale();
    }

    /** Decides; nothing is written but the decision itself. */
    public Uni<Outcome> decide(String subject, Timer timer) {
        if (!settings.current().of(timer.key().kind()).enabled()) {
            return Uni.createFrom().item(new Outcome.Silent("TRIGGER_OFF", Optional.empty()));
        }
        return timer.key().kind() == TriggerKind.CAMPAIGN ? push(subject, timer) : decided(subject, timer, this::offer);
    }

    /** What a campaign sends is decided only for those who are not held out, and must have something that it pushes. */
    private Uni<Outcome> push(String subject, Timer timer) {
        Instant now = clock.instant();
        Optional<Campaign> found = campaigns.find(timer.key().object()).filter(campaign -> !campaign.isOverAt(now));
        if (found.isEmpty()) {
            return campaigns
                    .isOver(timer.key().object(), now)
                    .map(over -> over ? new Outcome.Silent("CAMPAIGN_OVER", Optional.empty()) : later(timer));
        }
        Campaign campaign = found.get();
        if (campaign.stage() == Campaign.Stage.PAUSED) {
            return Uni.createFrom().item(later(timer));
        }
        return campaign.holdsOut(subject)
                ? decided(subject, timer, (request, customer) -> held(request, customer, campaign))
                : decided(subject, timer, this::offer).map(outcome -> pushed(outcome, campaign));
    }

    /** Of the control group only those are noted who would have got something: they are whom the others compare with. */
    private Outcome held(OfferRequest request, Customer customer, Campaign campaign) {
        Decision decision = recommend.withoutControl(request, customer, campaign.id());
        if (decision.pays() && has(campaign, decision)) {
            return new Outcome.Control("control group of " + campaign.id());
        }
        String reason = decision.silence().map(Silence::name).orElse(NOTHING_FITS);
        return new Outcome.Silent(reason, Optional.empty());
    }

    private static Outcome pushed(Outcome outcome, Campaign campaign) {
        if (!(outcome instanceof Outcome.Offers offers)) {
            return outcome;
        }
        return has(campaign, offers.decision().decision())
                ? outcome
                : new Outcome.Silent(NOTHING_FITS, Optional.of(offers.decision().id()));
    }

    private static boolean has(Campaign campaign, Decision decision) {
        return decision.offers().stream()
                .anyMatch(offer -> campaign.products().contains(offer.product().id()));
    }

    private Uni<Outcome> decided(String subject, Timer timer, BiFunction<OfferRequest, Customer, Outcome> decision) {
        String id = subject.substring(PREFIX);
        boolean known = subject.startsWith(CUSTOMER);
        return customers
                .read(known ? id : "", known ? "" : id)
                .map(customer -> decided(subject, timer, customer, decision));
    }

    private Outcome decided(
            String subject, Timer timer, Customer customer, BiFunction<OfferRequest, Customer, Outcome> decision) {
        Channel channel = timer.channel();
        if (customer instanceof Customer.Unreadable && channel != Channel.PAGE) {
            return later(timer);
        }
        if (timer.key().kind() == TriggerKind.REPLENISHMENT) {
            Optional<Outcome> early = notYetNeeded(timer, customer);
            if (early.isPresent()) {
                return early.get();
            }
        }
        Optional<String> refusal = Reach.refusal(subject, channel, customer.profile());
        if (refusal.isPresent()) {
            return new Outcome.Silent(refusal.get(), Optional.empty());
        }
        Customer reached =
                customer instanceof Customer.Known ? new Customer.Known(Reach.through(customer.profile())) : customer;
        return decision.apply(request(subject, timer), reached);
    }

    private Outcome offer(OfferRequest request, Customer customer) {
        return outcome(recommend.recommend(request, customer));
    }

    /** A sample alone is nothing to write to anybody about: it comes with an order, and there is none. */
    private static Outcome outcome(DecisionRecord decided) {
        Optional<UUID> id = Optional.of(decided.id());
        Optional<Silence> silence = decided.decision().silence();
        if (silence.isPresent()) {
            return new Outcome.Silent(silence.get().name(), id);
        }
        return decided.decision().pays()
                ? new Outcome.Offers(decided)
                : new Outcome.Silent(Silence.NOTHING_PAYS.name(), id);
    }

    /** A consumable is needed again when the assessment says; until then its timer waits. Empty if it is needed now. */
    private Optional<Outcome> notYetNeeded(Timer timer, Customer customer) {
        Instant now = clock.instant();
        Duration patience = Duration.between(timer.due(), timer.expires());
        return customer.profile().dueProducts().stream()
                .filter(due -> due.productId().equals(timer.key().object()))
                .findFirst()
                .map(due -> due.isDue(now) ? Optional.<Outcome>empty() : Optional.<Outcome>of(wait(due, patience, now)))
                .orElseGet(() -> Optional.of(new Outcome.Silent("NO_REPLENISHMENT", Optional.empty())));
    }

    private static Outcome wait(DueProduct due, Duration patience, Instant now) {
        Instant soonest = now.plus(UNREADABLE);
        Instant wanted = due.from().isAfter(due.quietUntil()) ? due.from() : due.quietUntil();
        Instant next = wanted.isAfter(soonest) ? wanted : soonest;
        return new Outcome.Later(next, next.plus(patience));
    }

    private OfferRequest request(String subject, Timer timer) {
        boolean known = subject.startsWith(CUSTOMER);
        String id = subject.substring(PREFIX);
        TriggerKind kind = timer.key().kind();
        Placement placement = Reach.placement(kind, timer.channel());
        List<OfferRequest.CartLine> cart = placement == Placement.CART
                ? timer.anchors().stream()
                        .map(product -> new OfferRequest.CartLine(product, 1, Optional.empty()))
                        .toList()
                : List.of();
        return new OfferRequest(
                known ? id : "",
                known ? "" : id,
                "",
                placement,
                timer.anchors(),
                cart,
                locale,
                Optional.empty(),
                new Circumstances("", "", "", ""),
                kind == TriggerKind.REPLENISHMENT ? List.of(OfferKind.REPLENISHMENT) : List.of(),
                0,
                OfferRequest.Filter.NONE,
                false);
    }

    private Outcome later(Timer timer) {
        return new Outcome.Later(clock.instant().plus(UNREADABLE), timer.expires());
    }
}
