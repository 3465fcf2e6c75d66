package io.zugabe.segmentation.profile.adapter;

import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.segmentation.assessment.domain.ServedProfile;
import io.zugabe.segmentation.log.domain.Subject;
import io.zugabe.segmentation.profile.domain.Dated;
import io.zugabe.segmentation.profile.domain.LatestEntries;
import io.zugabe.segmentation.profile.domain.Measure;
import io.zugabe.segmentation.profile.domain.ServiceRecord;
import io.zugabe.segmentation.profile.domain.Statements;
import io.zugabe.segmentation.v1.Assessment;
import io.zugabe.segmentation.v1.Profile;
import io.zugabe.segmentation.v1.RecentProduct;
import io.zugabe.segmentation.v1.ServiceHistory;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Profiles as the API carries them: what a reader needs, in the order documented there. */
@ApplicationScoped
public class ProfileMessages {

    private static final int MOST_OPEN_CASES = 100;

    private final TradeMessages trade;

    public ProfileMessages(@ConfigProperty(name = "zugabe.shop.currency") String currency) {
        this.trade = new TradeMessages(currency);
    }

    /** The message of a profile with its assessment. */
    public Profile message(ServedProfile served) {
        var profile = served.profile();
        Profile.Builder message = Profile.newBuilder()
                .setSubjectId(profile.subject().id())
                .setVisitor(profile.subject().visitor())
                .setVersion(served.version())
                .setRevision(served.revision())
                .addAllMemberIds(served.others().stream().map(Subject::key).toList())
                .setActivity(TradeMessages.activity(profile.counts()))
                .setTrade(trade.trade(profile))
                .addAllMonths(trade.months(profile))
                .addAllProducts(TradeMessages.products(profile.products()))
                .addAllRecentProducts(recent(profile.recent(), profile.cart()))
                .setService(service(profile))
                .setOffers(OfferMessages.message(profile));
        Timestamps.set(profile.firstEvent(), message::setFirstEventTime);
        Timestamps.set(profile.lastEvent(), message::setLastEventTime);
        ByteBuffer assessment = served.assessment();
        if (assessment != null) {
            message.setAssessment(parse(assessment));
        }
        return state(message, profile.statements()).build();
    }

    private static Assessment parse(ByteBuffer assessment) {
        try {
            return Assessment.parseFrom(assessment.duplicate());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A stored assessment cannot be read; a sweep makes it anew", e);
        }
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

    private static List<RecentProduct> recent(LatestEntries<Boolean> recent, LatestEntries<Boolean> cart) {
        return recent.latestFirst().stream()
                .map(entry -> {
                    Dated<Boolean> lies = cart.entries().get(entry.getKey());
                    return RecentProduct.newBuilder()
                            .setProductId(entry.getKey())
                            .setLastTime(Timestamps.of(entry.getValue().stamp().time()))
                            .setInCart(lies != null && lies.value())
                            .build();
                })
                .toList();
    }

    private ServiceHistory service(io.zugabe.segmentation.profile.domain.Profile profile) {
        ServiceRecord service = profile.service();
        ServiceHistory.Builder message = ServiceHistory.newBuilder()
                .addAllOpenCaseIds(service.open().latestFirst().stream()
                        .filter(entry -> entry.getValue().value())
                        .limit(MOST_OPEN_CASES)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList())
                .setCases(profile.counts().get(Measure.CASES))
                .setCost(trade.money(profile.counts(), Measure.SERVICE_COST));
        Timestamps.set(service.lastOpened(), message::setLastOpenedTime);
        Dated<Boolean> interest = service.interest();
        if (interest != null) {
            message.setLastResolvedTime(Timestamps.of(interest.stamp().time())).setInterestSignalled(interest.value());
        }
        return message.build();
    }
}
