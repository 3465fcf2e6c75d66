/** Whether a part goes with a host, and why. */
@NullMarked
package io.zugabe.catalog.fit.domain;

import org.jspecify.annotations.NullMarked;
