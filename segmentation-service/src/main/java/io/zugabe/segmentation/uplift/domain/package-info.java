/** What a treatment changes, for whom, and how sure that is: metrics, learners, classes. */
@NullMarked
package io.zugabe.segmentation.uplift.domain;

import org.jspecify.annotations.NullMarked;
