package io.zugabe.quickstart.imports;

import com.google.rpc.Status;
import io.grpc.Channel;
import io.zugabe.catalog.v1.CatalogServiceGrpc;
import io.zugabe.catalog.v1.OfferPatch;
import io.zugabe.catalog.v1.PatchOffersRequest;
import io.zugabe.catalog.v1.PatchOffersResponse;
import java.util.ArrayList;
import java.util.List;

/** Changed prices, costs, stocks and sales over one stream of patches. */
final class OfferUpload implements Upload<OfferPatch> {

    private static final int BATCH = 1_000;

    /** What a batch was made of. */
    private record Batch(List<Long> lines, List<OfferPatch> patches) {}

    private final ImportReport report;
    private final Acknowledged acknowledged;
    private final BatchStream<Batch, PatchOffersRequest, PatchOffersResponse> stream;
    private final List<Long> lines = new ArrayList<>();
    private final List<OfferPatch> patches = new ArrayList<>();

    /**
     * @param acknowledged told, in order, how far everything is stored or refused
     */
    OfferUpload(Channel channel, ImportReport report, Acknowledged acknowledged) {
        this.report = report;
        this.acknowledged = acknowledged;
        this.stream =
                new BatchStream<>(CatalogServiceGrpc.newStub(channel)::patchOffers, this::note, Retry.of(channel));
    }

    @Override
    public void add(long line, OfferPatch patch) throws InterruptedException {
        lines.add(line);
        patches.add(patch);
        if (patches.size() == BATCH) {
            send();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (!patches.isEmpty()) {
            send();
        }
        stream.close();
    }

    private void send() throws InterruptedException {
        Batch batch = new Batch(List.copyOf(lines), List.copyOf(patches));
        stream.send(
                batch,
                PatchOffersRequest.newBuilder().addAllPatches(batch.patches()).build());
        lines.clear();
        patches.clear();
    }

    private void note(Batch batch, PatchOffersResponse response) {
        String stored = "";
        for (int i = 0; i < response.getResultsCount(); i++) {
            Status result = response.getResults(i);
            String id = batch.patches().get(i).getProductId();
            if (result.getCode() == 0) {
                report.accepted(1);
                stored = id;
            } else {
                report.rejected(batch.lines().get(i), id, Fault.of(result));
            }
        }
        report.flush();
        acknowledged.until(batch.lines().getLast(), stored);
    }
}
