/** Telling the catalog what came back because it does not fit. */
@NullMarked
package io.zugabe.recommendation.misfits;

import org.jspecify.annotations.NullMarked;
