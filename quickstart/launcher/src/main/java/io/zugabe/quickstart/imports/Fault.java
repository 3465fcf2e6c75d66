package io.zugabe.quickstart.imports;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.Status;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import java.util.List;

/**
 * One thing that is wrong with a record.
 *
 * @param field the field; "line" where the record as a whole cannot be read
 * @param problem the value, quoted and shortened, and what would be right
 */
record Fault(String field, String problem) {

    static Fault of(RejectedRecord rejected) {
        return new Fault(rejected.field(), rejected.problem());
    }

    /** What a service says about a record that it refused. */
    static List<Fault> of(Status refused) {
        for (Any detail : refused.getDetailsList()) {
            if (detail.is(BadRequest.class)) {
                try {
                    List<Fault> faults = detail.unpack(BadRequest.class).getFieldViolationsList().stream()
                            .map(violation -> new Fault(violation.getField(), violation.getDescription()))
                            .toList();
                    if (!faults.isEmpty()) {
                        return faults;
                    }
                } catch (InvalidProtocolBufferException e) {
                    return List.of(new Fault("", refused.getMessage()));
                }
            }
        }
        return List.of(new Fault("", refused.getMessage()));
    }

    @Override
    public String toString() {
        return field.isEmpty() ? problem : field + ": " + problem;
    }
}
