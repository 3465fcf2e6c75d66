/** Making, recording and explaining decisions. */
@NullMarked
package io.zugabe.recommendation.decision;

import org.jspecify.annotations.NullMarked;
