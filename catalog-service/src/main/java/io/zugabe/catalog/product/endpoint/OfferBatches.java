package io.zugabe.catalog.product.endpoint;

import com.google.rpc.Status;
import io.smallrye.mutiny.Uni;
import io.zugabe.catalog.product.DeleteProduct;
import io.zugabe.catalog.product.PatchOffers;
import io.zugabe.catalog.product.adapter.OfferMessages;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.PatchOffersRequest;
import io.zugabe.catalog.v1.PatchOffersResponse;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.GrpcErrors;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Batches of patches in which a bad one does not disturb the others. */
@Singleton
final class OfferBatches {

    private static final int LARGEST = 1_000;

    private final PatchOffers patchOffers;
    private final MoneyRules money;
    private final GrpcErrors errors;

    OfferBatches(
            PatchOffers patchOffers,
            @ConfigProperty(name = "zugabe.shop.currency") String currency,
            FailureTranslator failures) {
        this.patchOffers = patchOffers;
        this.money = new MoneyRules(currency);
        this.errors = failures.errors();
    }

    /** Stores a batch; answers for each patch. */
    Uni<PatchOffersResponse> patch(PatchOffersRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("patches", request.getPatchesList(), 1, LARGEST);
        violations.throwIfAny();
        List<Status> statuses =
                request.getPatchesList().stream().map(this::check).toList();
        List<io.zugabe.catalog.product.domain.OfferPatch> accepted = new ArrayList<>();
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).getCode() == 0) {
                accepted.add(OfferMessages.toPatch(request.getPatches(i)));
            }
        }
        return patchOffers.patch(accepted).map(unknown -> answer(request, statuses, unknown));
    }

    private Status check(OfferPatch patch) {
        Violations violations = Violations.ofRequest();
        Fields.checkId(violations, "product_id", patch.getProductId());
        if (patch.hasPrice()) {
            money.check(violations, "price", patch.getPrice());
        }
        if (patch.hasCost()) {
            money.check(violations, "cost", patch.getCost());
        }
        violations.check(patch.getStock() >= 0, "stock", patch.getStock(), "must not be negative");
        violations.check(
                patch.getUnitsSold30D() >= 0, "units_sold_30d", patch.getUnitsSold30D(), "must not be negative");
        if (!patch.hasPrice() && !patch.hasCost() && !patch.hasStock() && !patch.hasUnitsSold30D()) {
            violations.add("price", "is absent, like cost, stock and units_sold_30d; set at least one of them");
        }
        return violations.isEmpty()
                ? Status.getDefaultInstance()
                : errors.toStatus(ZugabeException.invalid(violations.found()));
    }

    private PatchOffersResponse answer(PatchOffersRequest request, List<Status> statuses, Set<String> unknown) {
        PatchOffersResponse.Builder response = PatchOffersResponse.newBuilder();
        for (int i = 0; i < statuses.size(); i++) {
            String id = request.getPatches(i).getProductId();
            response.addResults(
                    unknown.contains(id) && statuses.get(i).getCode() == 0
                            ? errors.toStatus(DeleteProduct.notFound(id))
                            : statuses.get(i));
        }
        return response.build();
    }
}
