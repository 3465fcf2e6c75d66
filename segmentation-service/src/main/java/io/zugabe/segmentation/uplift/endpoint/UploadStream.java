package io.zugabe.segmentation.uplift.endpoint;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.smallrye.mutiny.Uni;
import io.zugabe.kit.error.FailureTranslator;
import io.zugabe.kit.error.FieldViolation;
import io.zugabe.kit.error.Violations;
import io.zugabe.kit.error.ZugabeException;
import io.zugabe.kit.grpc.Actor;
import io.zugabe.segmentation.uplift.AddTrainingData;
import io.zugabe.segmentation.uplift.domain.DatasetRow;
import io.zugabe.segmentation.v1.RefusedRow;
import io.zugabe.segmentation.v1.TrainingRow;
import io.zugabe.segmentation.v1.UploadTrainingDataRequest;
import io.zugabe.segmentation.v1.UploadTrainingDataResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of UploadTrainingData. The next message is asked for when the rows of the one before are durable,
 * so that whoever uploads waits for the database, and nothing piles up here.
 */
final class UploadStream implements StreamObserver<UploadTrainingDataRequest> {

    private static final int MOST_ROWS = 5_000;
    private static final int MOST_REFUSED = 1_000;
    private static final int LONGEST_UNIT = 100;

    private final ServerCallStreamObserver<UploadTrainingDataResponse> answers;
    private final AddTrainingData addTrainingData;
    private final FailureTranslator failures;
    private final String actor = Actor.current();
    private final UploadTrainingDataResponse.Builder response = UploadTrainingDataResponse.newBuilder();
    private @Nullable UploadHeader header;
    private @Nullable TrainingRowReader reader;
    private long received;
    private boolean underWay;
    private boolean halfClosed;
    private boolean closed;

    UploadStream(
            ServerCallStreamObserver<UploadTrainingDataResponse> answers,
            AddTrainingData addTrainingData,
            FailureTranslator failures) {
        this.answers = answers;
        this.addTrainingData = addTrainingData;
        this.failures = failures;
    }

    void start() {
        answers.disableAutoRequest();
        answers.setOnCancelHandler(this::forget);
        answers.request(1);
    }

    @Override
    public synchronized void onNext(UploadTrainingDataRequest request) {
        if (closed) {
            return;
        }
        underWay = true;
        Uni.createFrom().item(request).chain(this::add).subscribe().with(_ -> added(), this::failed);
    }

    private synchronized Uni<Void> add(UploadTrainingDataRequest request) {
        Violations violations = Violations.ofRequest();
        violations.checkSize("rows", request.getRowsList(), 0, MOST_ROWS);
        UploadHeader before = header;
        if (before != null && request.hasHeader()) {
            violations.add("header", "must be set in the first message only");
        }
        violations.throwIfAny();
        if (before != null && reader != null) {
            return addTrainingData.add(before.dataset(), rows(reader, request.getRowsList()));
        }
        UploadHeader first = UploadHeader.read(request);
        TrainingRowReader reads = new TrainingRowReader(first.features());
        header = first;
        reader = reads;
        return addTrainingData
                .open(first.dataset(), first.features(), actor)
                .chain(() -> addTrainingData.add(first.dataset(), rows(reads, request.getRowsList())));
    }

    private synchronized List<DatasetRow> rows(TrainingRowReader reads, List<TrainingRow> sent) {
        List<DatasetRow> rows = new ArrayList<>(sent.size());
        for (TrainingRow row : sent) {
            try {
                rows.add(reads.read(row));
            } catch (ZugabeException refused) {
                refuse(row, refused);
            }
            received++;
        }
        response.setAcceptedRows(response.getAcceptedRows() + rows.size());
        return rows;
    }

    private void refuse(TrainingRow row, ZugabeException refused) {
        response.setRefusedRows(response.getRefusedRows() + 1);
        if (response.getRefusedCount() < MOST_REFUSED) {
            String unit = row.getUnitId();
            response.addRefused(RefusedRow.newBuilder()
                    .setRow(received)
                    .setUnitId(unit.substring(0, Math.min(unit.length(), LONGEST_UNIT)))
                    .setStatus(failures.errors().toStatus(refused)));
        }
    }

    private synchronized void added() {
        underWay = false;
        if (closed) {
            return;
        }
        if (halfClosed) {
            complete();
        } else {
            answers.request(1);
        }
    }

    private synchronized void failed(Throwable why) {
        if (!closed) {
            closed = true;
            answers.onError(failures.translate(why));
        }
    }

    @Override
    public void onError(Throwable gone) {
        forget();
    }

    @Override
    public synchronized void onCompleted() {
        halfClosed = true;
        if (!underWay && !closed) {
            complete();
        }
    }

    private void complete() {
        if (header == null) {
            failed(ZugabeException.invalid(
                    List.of(new FieldViolation("header", "is required: the upload has no message"))));
            return;
        }
        closed = true;
        answers.onNext(response.build());
        answers.onCompleted();
    }

    private synchronized void forget() {
        closed = true;
    }
}
