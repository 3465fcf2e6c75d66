package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.adapter.state.MonthState;
import io.zugabe.segmentation.profile.adapter.state.ProductState;
import io.zugabe.segmentation.profile.adapter.state.ProfileState;
import io.zugabe.segmentation.profile.domain.Activity;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.Month;
import io.zugabe.segmentation.profile.domain.Product;
import io.zugabe.segmentation.profile.domain.ProductOrder;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.ServiceRecord;
import io.zugabe.segmentation.profile.domain.Statements;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Profiles as bytes, complete: decoding gives an equal profile. */
public final class StateCodec {

    private static final int MONTHS = 12;

    private StateCodec() {}

    /** The bytes of a profile; its subject is not among them. */
    public static byte[] encode(Profile profile) {
        Activity activity = profile.activity();
        ServiceRecord service = profile.service();
        Statements statements = profile.statements();
        ProfileState.Builder state = ProfileState.newBuilder()
                .addAllActivity(List.of(
                        activity.views(),
                        activity.searches(),
                        activity.cartAdditions(),
                        activity.cartRemovals(),
                        activity.checkouts(),
                        activity.reviews(),
                        activity.promotions()))
                .setTrade(TradeCodec.encode(profile.trade()))
                .addAllRecent(FlagCodec.encode(profile.recent().entries()))
                .addAllCart(FlagCodec.encode(profile.cart().entries()))
                .addAllCases(FlagCodec.encode(service.open().entries()))
                .setCasesOpened(service.opened())
                .setServiceCost(service.cost())
                .addAllConsents(FlagCodec.encode(statements.consents()))
                .addAllTraits(FlagCodec.encodeTraits(statements.traits()));
        Moments.encode(profile.firstEvent(), state::setFirstEvent);
        Moments.encode(profile.lastEvent(), state::setLastEvent);
        Moments.encode(service.lastOpened(), state::setLastCaseOpened);
        FlagCodec.encode(service.interest(), state::setInterest);
        FlagCodec.encode(statements.newsletter(), state::setNewsletter);
        FlagCodec.encode(statements.member(), state::setMember);
        profile.months().forEach((month, values) -> state.addMonths(encode(month, values)));
        profile.products().forEach((id, values) -> state.addProducts(encode(id, values)));
        return state.build().toByteArray();
    }

    /** The profile of bytes that {@link #encode} made. */
    public static Profile decode(Subject subject, byte[] bytes, Limits limits) {
        ProfileState state = parse(bytes);
        return new Profile(
                subject,
                limits,
                Moments.decode(state.hasFirstEvent(), state.getFirstEvent()),
                Moments.decode(state.hasLastEvent(), state.getLastEvent()),
                activity(state.getActivityList()),
                TradeCodec.decode(state.getTrade()),
                months(state),
                products(state),
                FlagCodec.decode(limits.recentProducts(), state.getRecentList()),
                FlagCodec.decode(limits.recentProducts(), state.getCartList()),
                new ServiceRecord(
                        FlagCodec.decode(limits.cases(), state.getCasesList()),
                        state.getCasesOpened(),
                        state.getServiceCost(),
                        Moments.decode(state.hasLastCaseOpened(), state.getLastCaseOpened()),
                        FlagCodec.decode(state.hasInterest(), state.getInterest())),
                new Statements(
                        FlagCodec.decode(state.hasNewsletter(), state.getNewsletter()),
                        FlagCodec.decode(state.hasMember(), state.getMember()),
                        FlagCodec.decode(limits.consents(), state.getConsentsList())
                                .entries(),
                        FlagCodec.decodeTraits(state.getTraitsList())));
    }

    private static ProfileState parse(byte[] bytes) {
        try {
            return ProfileState.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored profile cannot be read; replay the log to rebuild it", e);
        }
    }

    private static Activity activity(List<Long> numbers) {
        return new Activity(
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                numbers.get(3),
                numbers.get(4),
                numbers.get(5),
                numbers.get(6));
    }

    private static MonthState encode(YearMonth month, Month values) {
        return MonthState.newBuilder()
                .setMonth(month.getYear() * MONTHS + month.getMonthValue() - 1)
                .setTrade(TradeCodec.encode(values.trade()))
                .setServiceCost(values.serviceCost())
                .build();
    }

    private static SortedMap<YearMonth, Month> months(ProfileState state) {
        SortedMap<YearMonth, Month> months = new TreeMap<>(Profile.LATEST_FIRST);
        for (MonthState month : state.getMonthsList()) {
            months.put(
                    YearMonth.of(month.getMonth() / MONTHS, month.getMonth() % MONTHS + 1),
                    new Month(TradeCodec.decode(month.getTrade()), month.getServiceCost()));
        }
        return months;
    }

    private static ProductState encode(String id, Product product) {
        ProductState.Builder state = ProductState.newBuilder()
                .setProductId(id)
                .setBought(product.bought())
                .setReturned(product.returned())
                .setOrders(product.orders());
        Moments.encode(product.lastPurchase(), state::setLastPurchase);
        return state.build();
    }

    private static SortedMap<String, Product> products(ProfileState state) {
        SortedMap<String, Product> products = new TreeMap<>(ProductOrder.BY_HASH);
        for (ProductState product : state.getProductsList()) {
            products.put(
                    product.getProductId(),
                    new Product(
                            product.getBought(),
                            product.getReturned(),
                            product.getOrders(),
                            Moments.decode(product.hasLastPurchase(), product.getLastPurchase())));
        }
        return products;
    }
}
