/** Answering what fits what. */
@NullMarked
package io.zugabe.catalog.fit;

import org.jspecify.annotations.NullMarked;
