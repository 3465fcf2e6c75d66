package io.zugabe.segmentation.treatment;

import io.zugabe.kit.error.ZugabeException;
import io.zugabe.segmentation.SegmentationReason;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;
import java.util.Map;

/** Why changes of the policy are refused. */
final class PolicyFailures {

    private PolicyFailures() {}

    static void requireEtag(PolicyVersion inForce, String etag) {
        if (!etag.equals(Integer.toString(inForce.number()))) {
            throw ZugabeException.of(
                    SegmentationReason.CONCURRENT_CHANGE,
                    "the policy was changed since etag \"" + etag + "\"; it is at \"" + inForce.number()
                            + "\": read it again",
                    Map.of("etag", Integer.toString(inForce.number())));
        }
    }

    static ZugabeException notFound(int version) {
        return ZugabeException.of(
                SegmentationReason.TREATMENT_POLICY_NOT_FOUND,
                "version " + version + " of the treatment policy does not exist or is not kept any more",
                Map.of("version", Integer.toString(version)));
    }
}
