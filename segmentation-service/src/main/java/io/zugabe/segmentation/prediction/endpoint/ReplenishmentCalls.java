package io.zugabe.segmentation.prediction.endpoint;

import io.smallrye.mutiny.Multi;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.paging.Page;
import io.zugabe.kit.paging.PageRequest;
import io.zugabe.kit.paging.PageTokens;
import io.zugabe.segmentation.prediction.adapter.PredictionMessages;
import io.zugabe.segmentation.profile.domain.Profile;
import io.zugabe.segmentation.replenishment.ListDueReplenishments;
import io.zugabe.segmentation.replenishment.Replenishments;
import io.zugabe.segmentation.replenishment.TrainReplenishment;
import io.zugabe.segmentation.replenishment.domain.Replenishment;
import io.zugabe.segmentation.v1.ListDueReplenishmentsRequest;
import io.zugabe.segmentation.v1.ListDueReplenishmentsResponse;
import io.zugabe.segmentation.v1.ListReplenishmentsRequest;
import io.zugabe.segmentation.v1.ListReplenishmentsResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** The calls about replenishment. */
@ApplicationScoped
class ReplenishmentCalls {

    /** A profile holds no more products. */
    private static final int ALL = 5_000;

    private final Replenishments replenishments;
    private final ListDueReplenishments listDue;
    private final PredictionMessages messages;
    private final Clock clock;

    ReplenishmentCalls(
            Replenishments replenishments, ListDueReplenishments listDue, PredictionMessages messages, Clock clock) {
        this.replenishments = replenishments;
        this.listDue = listDue;
        this.messages = messages;
        this.clock = clock;
    }

    ListReplenishmentsResponse list(ListReplenishmentsRequest request, Profile profile) {
        Violations violations = Violations.ofRequest();
        PageTokens tokens = new PageTokens(List.of("replenishments", request.getCustomerId()));
        PageRequest asked = tokens.read(request.getPageSize(), request.getPageToken(), violations);
        violations.throwIfAny();
        int version = version();
        Page<Replenishment> page =
                Page.of(replenishments.due(profile, clock.instant(), ALL), ReplenishmentCalls::key, asked);
        ListReplenishmentsResponse.Builder response = ListReplenishmentsResponse.newBuilder()
                .setNextPageToken(tokens.write(page.next()))
                .setModelVersion(version);
        page.entries().forEach(due -> response.addReplenishments(messages.message(due)));
        return response.build();
    }

    Multi<ListDueReplenishmentsResponse> due(ListDueReplenishmentsRequest request) {
        DuePages pages = DuePages.read(request);
        version();
        return listDue.list(pages.window(), pages.after(), pages.limit()).map(found -> message(found, pages));
    }

    private ListDueReplenishmentsResponse message(ListDueReplenishments.Found found, DuePages pages) {
        ListDueReplenishmentsResponse.Builder response =
                ListDueReplenishmentsResponse.newBuilder().setNextPageToken(pages.token(found.reached()));
        found.due().forEach(each -> response.addReplenishments(messages.message(each)));
        return response.build();
    }

    private int version() {
        int version = replenishments.version();
        if (version == 0) {
            throw ReturnCalls.notInForce(TrainReplenishment.KIND);
        }
        return version;
    }

    /** Sorts as the list is sorted: by time, then by product. */
    private static String key(Replenishment due) {
        return String.format(
                Locale.ROOT,
                "%020d %09d %s",
                due.due().getEpochSecond(),
                due.due().getNano(),
                due.product());
    }
}
