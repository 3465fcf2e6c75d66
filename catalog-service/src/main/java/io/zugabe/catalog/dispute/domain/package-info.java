/** What somebody says does not fit, and what was decided about it. */
@NullMarked
package io.zugabe.catalog.dispute.domain;

import org.jspecify.annotations.NullMarked;
