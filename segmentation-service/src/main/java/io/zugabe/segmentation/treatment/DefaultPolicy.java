package io.zugabe.segmentation.treatment;

import io.zugabe.segmentation.treatment.domain.DefaultRules;
import io.zugabe.segmentation.treatment.domain.PolicyVersion;

/** The policy that the service starts with. */
public interface DefaultPolicy {

    /** It, as version {@link PolicyVersion#DEFAULT}. */
    PolicyVersion policy();

    /** Its rules, and those that it had before. */
    DefaultRules rules();
}
