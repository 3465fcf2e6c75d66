/** What came back because it does not fit, and with what it may not. */
@NullMarked
package io.zugabe.recommendation.misfits.domain;

import org.jspecify.annotations.NullMarked;
