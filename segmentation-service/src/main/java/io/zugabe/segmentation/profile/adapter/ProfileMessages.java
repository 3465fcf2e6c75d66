package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.Timestamp;
import io.zugabe.segmentation.profile.domain.Activity;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.LatestEntries;
import io.zugabe.segmentation.profile.domain.Month;
import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.ServiceRecord;
import io.zugabe.segmentation.profile.domain.Statements;
import io.zugabe.segmentation.profile.domain.Trade;
import io.zugabe.segmentation.profile.domain.VersionedProfile;
import io.zugabe.segmentation.v1.ActivityCounters;
import io.zugabe.segmentation.v1.MonthlyTrade;
import io.zugabe.segmentation.v1.OwnedProduct;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.RecentProduct;
import io.zugabe.segmentation.v1.ServiceHistory;
import io.zugabe.segmentation.v1.TradeCounters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Profiles as the API carries them: what a reader needs, in the order documented there. */
@ApplicationScoped
public class ProfileMessages {

    private static final int MOST_PRODUCTS = 500;
    private static final int MOST_OPEN_CASES = 100;

    private final String currency;

    public ProfileMessages(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.currency = currency;
    }

    /** The message of a profile. */
    public Profile message(VersionedProfile versioned) {
        var profile = versioned.profile();
        Profile.Builder message = Profile.newBuilder()
                .setSubjectId(profile.subject().id())
                .setVisitor(profile.subject().visitor())
                .setVersion(versioned.version())
                .setActivity(activity(profile.activity()))
                .setTrade(trade(profile.trade()))
                .addAllProducts(products(profile.products()))
                .addAllRecentProducts(recent(profile.recent(), profile.cart()))
                .setService(service(profile.service()));
        set(profile.firstEvent(), message::setFirstEventTime);
        set(profile.lastEvent(), message::setLastEventTime);
        List<MonthlyTrade> months = new ArrayList<>();
        profile.months().forEach((month, values) -> months.add(month(month, values)));
        Collections.reverse(months);
        return state(message.addAllMonths(months), profile.statements()).build();
    }

    private static Profile.Builder state(Profile.Builder message, Statements statements) {
        Dated<Boolean> newsletter = statements.newsletter();
        if (newsletter != null) {
            message.setNewsletter(newsletter.value());
        }
        Dated<Boolean> member = statements.member();
        if (member != null) {
            message.setMember(member.value());
        }
        statements.consents().forEach((purpose, granted) -> message.putConsents(purpose, granted.value()));
        statements.traits().forEach((key, value) -> message.putTraits(key, TraitMessages.message(value.value())));
        return message;
    }

    private static ActivityCounters activity(Activity activity) {
        return ActivityCounters.newBuilder()
                .setViews(activity.views())
                .setSearches(activity.searches())
                .setCartAdditions(activity.cartAdditions())
                .setCartRemovals(activity.cartRemovals())
                .setCheckouts(activity.checkouts())
                .setReviews(activity.reviews())
                .setPromotions(activity.promotions())
                .build();
    }

    private TradeCounters trade(Trade trade) {
        TradeCounters.Builder message = TradeCounters.newBuilder()
                .setOrders(trade.orders())
                .setUnits(trade.units())
                .setReturnedUnits(trade.returnedUnits())
                .setReturns(trade.returns())
                .setGrossSales(MoneyMessages.message(trade.grossSales(), currency))
                .setDiscounts(MoneyMessages.message(trade.discounts(), currency))
                .setReturnedSales(MoneyMessages.message(trade.returnedSales(), currency))
                .setCost(MoneyMessages.message(trade.cost(), currency))
                .setCostedSales(MoneyMessages.message(trade.costedSales(), currency))
                .setDiscountedSales(MoneyMessages.message(trade.discountedSales(), currency))
                .addAllCategories(trade.categories());
        set(trade.firstOrder(), message::setFirstOrderTime);
        set(trade.lastOrder(), message::setLastOrderTime);
        return message.build();
    }

    private MonthlyTrade month(YearMonth month, Month values) {
        return MonthlyTrade.newBuilder()
                .setMonth(month.toString())
                .setTrade(trade(values.trade()))
                .setServiceCost(MoneyMessages.message(values.serviceCost(), currency))
                .build();
    }

    private static List<OwnedProduct> products(Map<String, Product> products) {
        Comparator<Map.Entry<String, Product>> earliestFirst = Comparator.comparing(
                entry -> Objects.requireNonNull(entry.getValue().lastPurchase()));
        return products.entrySet().stream()
                .filter(entry -> entry.getValue().lastPurchase() != null)
                .sorted(earliestFirst.reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_PRODUCTS)
                .map(entry -> product(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OwnedProduct product(String id, Product product) {
        OwnedProduct.Builder message = OwnedProduct.newBuilder()
                .setProductId(id)
                .setUnits(product.owned())
                .setOrders(product.orders())
                .setReturnedUnits(product.returned());
        set(product.lastPurchase(), message::setLastPurchaseTime);
        return message.build();
    }

    private static List<RecentProduct> recent(LatestEntries<Boolean> recent, LatestEntries<Boolean> cart) {
        return recent.latestFirst().stream()
                .map(entry -> {
                    Dated<Boolean> lies = cart.entries().get(entry.getKey());
                    return RecentProduct.newBuilder()
                            .setProductId(entry.getKey())
                            .setLastTime(timestamp(entry.getValue().stamp().time()))
                            .setInCart(lies != null && lies.value())
                            .build();
                })
                .toList();
    }

    private ServiceHistory service(ServiceRecord service) {
        ServiceHistory.Builder message = ServiceHistory.newBuilder()
                .addAllOpenCaseIds(service.open().latestFirst().stream()
                        .filter(entry -> entry.getValue().value())
                        .limit(MOST_OPEN_CASES)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList())
                .setCases(service.opened())
                .setCost(MoneyMessages.message(service.cost(), currency));
        set(service.lastOpened(), message::setLastOpenedTime);
        Dated<Boolean> interest = service.interest();
        if (interest != null) {
            message.setLastResolvedTime(timestamp(interest.stamp().time())).setInterestSignalled(interest.value());
        }
        return message.build();
    }

    private static void set(@Nullable Instant time, Consumer<Timestamp> setter) {
        if (time != null) {
            setter.accept(timestamp(time));
        }
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
