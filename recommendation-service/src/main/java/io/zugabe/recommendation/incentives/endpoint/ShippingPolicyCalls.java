package io.zugabe.recommendation.incentives.endpoint;

import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.Violations;
import io.zugabe.recommendation.decision.adapter.MoneyMapping;
import io.zugabe.recommendation.incentives.IncentiveChange;
import io.zugabe.recommendation.incentives.IncentiveClock;
import io.zugabe.recommendation.incentives.IncentiveStore;
import io.zugabe.recommendation.incentives.PutIncentive;
import io.zugabe.recommendation.incentives.adapter.IncentiveMessages;
import io.zugabe.recommendation.replica.domain.Money;
import io.zugabe.recommendation.v1.GetShippingPolicyResponse;
import io.zugabe.recommendation.v1.ShippingPolicy;
import io.zugabe.recommendation.v1.UpdateShippingPolicyResponse;
import jakarta.inject.Singleton;

/** The calls about the shop's shipping policy. */
@Singleton
public class ShippingPolicyCalls {

    private final IncentiveStore store;
    private final IncentiveReader reader;
    private final IncentiveClock clock;

    public ShippingPolicyCalls(IncentiveStore store, IncentiveReader reader, IncentiveClock clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    Uni<GetShippingPolicyResponse> get() {
        return store.shippingPolicy()
                .map(policy -> GetShippingPolicyResponse.newBuilder()
                        .setPolicy(message(policy))
                        .build());
    }

    Uni<UpdateShippingPolicyResponse> update(ShippingPolicy wanted, String actor) {
        Violations violations = Violations.ofRequest();
        if (wanted.hasFreeFrom()) {
            reader.money(wanted.getFreeFrom(), 1, violations.at("policy.free_from"));
        }
        violations.throwIfAny();
        long freeFrom = IncentiveMessages.micros(wanted.getFreeFrom());
        String detail = freeFrom == 0 ? "never free by itself" : "free from " + new Money("", freeFrom).amount();
        return store.shippingPolicy().chain(now -> {
            PutIncentive.refuseUnless(etag(now).equals(wanted.getEtag()), IncentiveStore.SHIPPING_POLICY);
            IncentiveStore.ShippingPolicy next = new IncentiveStore.ShippingPolicy(freeFrom, now.version() + 1);
            IncentiveChange change =
                    new IncentiveChange(clock.now(), actor, "updated", IncentiveStore.SHIPPING_POLICY, detail);
            return store.put(next, change)
                    .invoke(put -> PutIncentive.refuseUnless(put, IncentiveStore.SHIPPING_POLICY))
                    .map(put -> UpdateShippingPolicyResponse.newBuilder()
                            .setPolicy(message(next))
                            .build());
        });
    }

    private ShippingPolicy message(IncentiveStore.ShippingPolicy policy) {
        ShippingPolicy.Builder message = ShippingPolicy.newBuilder().setEtag(etag(policy));
        if (policy.freeFrom() > 0) {
            message.setFreeFrom(MoneyMapping.message(new Money(reader.currency(), policy.freeFrom())));
        }
        return message.build();
    }

    private static String etag(IncentiveStore.ShippingPolicy policy) {
        return "s" + policy.version();
    }
}
