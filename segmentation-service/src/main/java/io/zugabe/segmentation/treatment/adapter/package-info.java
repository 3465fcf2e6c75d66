/** Policies in PostgreSQL, and the default. */
@NullMarked
package io.zugabe.segmentation.treatment.adapter;

import org.jspecify.annotations.NullMarked;
