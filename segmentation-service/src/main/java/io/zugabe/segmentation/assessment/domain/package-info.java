/** What is concluded about a customer, and the profile that is served with it. */
@NullMarked
package io.zugabe.segmentation.assessment.domain;

import org.jspecify.annotations.NullMarked;
