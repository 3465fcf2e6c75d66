/** What became of offers, as callers tell it. */
@NullMarked
package io.zugabe.recommendation.feedback;

import org.jspecify.annotations.NullMarked;
