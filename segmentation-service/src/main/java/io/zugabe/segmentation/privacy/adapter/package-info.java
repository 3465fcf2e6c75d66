/** Erasures and reads in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.privacy.adapter;

import org.jspecify.annotations.NullMarked;
