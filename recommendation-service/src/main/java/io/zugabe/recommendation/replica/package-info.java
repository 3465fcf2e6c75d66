/** The replica of the catalog in the memory of this process. */
@NullMarked
package io.zugabe.recommendation.replica;

import org.jspecify.annotations.NullMarked;
