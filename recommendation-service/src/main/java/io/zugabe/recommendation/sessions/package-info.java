/** Keeping the visits of the shop up to date, for what visits like this one went on to. */
@NullMarked
package io.zugabe.recommendation.sessions;

import org.jspecify.annotations.NullMarked;
