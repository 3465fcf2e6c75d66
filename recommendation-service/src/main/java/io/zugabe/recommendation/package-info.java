/** What to offer, to this customer, here, now; or nothing. */
@NullMarked
package io.zugabe.recommendation;

import org.jspecify.annotations.NullMarked;
