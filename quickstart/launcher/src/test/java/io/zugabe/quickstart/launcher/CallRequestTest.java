package io.zugabe.quickstart.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.zugabe.catalog.v1.CheckFitRequest;
import io.zugabe.catalog.v1.ListFittingRequest;
import io.zugabe.catalog.v1.ResolveDisputeRequest;
import io.zugabe.catalog.v1.ResolveDisputeRequest.Resolution;
import io.zugabe.common.v1.Verdict;
import io.zugabe.quickstart.imports.FreePort;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests as people type them. */
class CallRequestTest {

    @Test
    void enumValues_mayBeShortened() throws InvalidProtocolBufferException {
        assertEquals(
                Resolution.RESOLUTION_LIFT,
                ResolveDisputeRequest.parseFrom(
                                CallRequest.read("{\"resolution\":\"lift\"}", ResolveDisputeRequest.getDescriptor())
                                        .toByteString())
                        .getResolution());
        assertEquals(
                List.of(Verdict.VERDICT_DOES_NOT_FIT, Verdict.VERDICT_FITS),
                ListFittingRequest.parseFrom(CallRequest.read(
                                        "{\"anchorProductId\":\"a\",\"verdicts\":[\"DOES_NOT_FIT\",\"VERDICT_FITS\"]}",
                                        ListFittingRequest.getDescriptor())
                                .toByteString())
                        .getVerdictsList());
    }

    @Test
    void unknownEnumValue_isRefusedWithThoseThereAre() {
        assertEquals(
                "\"LIFTED\" is no value of resolution; there are RESOLUTION_LIFT, RESOLUTION_CONFIRM",
                refusal("{\"resolution\":\"LIFTED\"}", ResolveDisputeRequest.getDescriptor()));
    }

    @Test
    void unknownField_isRefusedWithTheNearestFirst() {
        String problem = refusal("{\"anchor_product_id\":\"a\"}", CheckFitRequest.getDescriptor());
        assertTrue(
                problem.startsWith("\"anchor_product_id\" is no field of CheckFitRequest;"
                        + " there are anchor_product_ids, candidate_product_ids, "),
                problem);
    }

    @Test
    void whatIsNoObject_isRefused() {
        assertTrue(refusal("[]", CheckFitRequest.getDescriptor()).contains("must be a JSON object"));
        assertTrue(refusal("{", CheckFitRequest.getDescriptor()).contains("is no JSON"));
    }

    @Test
    void callWithoutZugabe_failsWithOneSentence() throws IOException {
        assertEquals(
                1, Zugabe.run("call", "--port-base", String.valueOf(FreePort.base()), "catalog.RuleService/ListTypes"));
    }

    private static String refusal(String json, Descriptor type) {
        return String.valueOf(assertThrows(StartFailure.class, () -> CallRequest.read(json, type))
                .getMessage());
    }
}
