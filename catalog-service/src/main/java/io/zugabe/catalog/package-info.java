/** What products are, and what fits what. */
@NullMarked
package io.zugabe.catalog;

import org.jspecify.annotations.NullMarked;
