/** The index of sessions and the prediction from it (VMIS-kNN). */
@NullMarked
package io.zugabe.recommendation.sessions.domain;

import org.jspecify.annotations.NullMarked;
