package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.adapter.state.ProfileState;
import io.zugabe.segmentation.profile.domain.Limits;
import io.zugabe.segmentation.profile.domain.OfferRecord;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.profile.domain.ServiceRecord;
import io.zugabe.segmentation.profile.domain.Statements;
import java.util.TreeMap;

/** Profiles as bytes, complete: decoding gives an equal profile. */
public final class StateCodec {

    private StateCodec() {}

    /** The bytes of a profile; its subject is not among them. */
    public static byte[] encode(Profile profile) {
        ProfileState.Builder state = ProfileState.newBuilder()
                .setCounts(CountsCodec.encode(profile.counts()))
                .setOrders(PurchaseCodec.encode(profile.orders()))
                .addAllRecent(FlagCodec.encode(profile.recent().entries()))
                .addAllCart(FlagCodec.encode(profile.cart().entries()))
                .putAllChannels(profile.channels());
        Moments.encode(profile.firstEvent(), state::setFirstEvent);
        Moments.encode(profile.lastEvent(), state::setLastEvent);
        profile.months().forEach((month, values) -> state.addMonths(CountsCodec.encode(month, values)));
        profile.days().forEach((day, counts) -> state.addDays(CountsCodec.encode(day, counts)));
        profile.products().forEach((id, product) -> state.addProducts(PurchaseCodec.encode(id, product)));
        profile.categories().forEach((name, sum) -> state.addCategories(PurchaseCodec.encode(name, sum)));
        encode(profile.service(), state);
        encode(profile.offers(), state);
        encode(profile.statements(), state);
        return state.build().toByteArray();
    }

    private static void encode(ServiceRecord service, ProfileState.Builder state) {
        state.addAllCases(FlagCodec.encode(service.open().entries()));
        Moments.encode(service.lastOpened(), state::setLastCaseOpened);
        FlagCodec.encode(service.interest(), state::setInterest);
    }

    private static void encode(OfferRecord offers, ProfileState.Builder state) {
        Moments.encode(offers.lastShown(), state::setLastOfferShown);
        Moments.encode(offers.lastInterest(), state::setLastOfferInterest);
        state.addAllDismissed(FlagCodec.encode(offers.dismissed().entries()));
    }

    private static void encode(Statements statements, ProfileState.Builder state) {
        FlagCodec.encode(statements.newsletter(), state::setNewsletter);
        FlagCodec.encode(statements.member(), state::setMember);
        state.addAllConsents(FlagCodec.encode(statements.consents()));
        state.addAllTraits(FlagCodec.encodeTraits(statements.traits()));
    }

    /** The profile of bytes that {@link #encode} made. */
    public static Profile decode(Subject subject, byte[] bytes, Limits limits) {
        ProfileState state = parse(bytes);
        return new Profile(
                subject,
                limits,
                Moments.decode(state.hasFirstEvent(), state.getFirstEvent()),
                Moments.decode(state.hasLastEvent(), state.getLastEvent()),
                CountsCodec.decode(state.getCounts()),
                CountsCodec.months(state.getMonthsList()),
                CountsCodec.days(state.getDaysList()),
                PurchaseCodec.decode(state.getOrders(), limits.orders()),
                PurchaseCodec.products(state.getProductsList()),
                PurchaseCodec.categories(state.getCategoriesList()),
                FlagCodec.decode(limits.recentProducts(), state.getRecentList()),
                FlagCodec.decode(limits.recentProducts(), state.getCartList()),
                service(state, limits),
                offers(state, limits),
                new TreeMap<>(state.getChannelsMap()),
                statements(state, limits));
    }

    private static ServiceRecord service(ProfileState state, Limits limits) {
        return new ServiceRecord(
                FlagCodec.decode(limits.cases(), state.getCasesList()),
                Moments.decode(state.hasLastCaseOpened(), state.getLastCaseOpened()),
                FlagCodec.decode(state.hasInterest(), state.getInterest()));
    }

    private static OfferRecord offers(ProfileState state, Limits limits) {
        return new OfferRecord(
                Moments.decode(state.hasLastOfferShown(), state.getLastOfferShown()),
                Moments.decode(state.hasLastOfferInterest(), state.getLastOfferInterest()),
                FlagCodec.decode(limits.dismissedProducts(), state.getDismissedList()));
    }

    private static Statements statements(ProfileState state, Limits limits) {
        return new Statements(
                FlagCodec.decode(state.hasNewsletter(), state.getNewsletter()),
                FlagCodec.decode(state.hasMember(), state.getMember()),
                FlagCodec.decode(limits.consents(), state.getConsentsList()).entries(),
                FlagCodec.decodeTraits(state.getTraitsList()));
    }

    private static ProfileState parse(byte[] bytes) {
        try {
            return ProfileState.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored profile cannot be read; replay the log to rebuild it", e);
        }
    }
}
