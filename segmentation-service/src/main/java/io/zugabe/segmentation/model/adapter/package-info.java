/** Models and training runs in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.model.adapter;

import org.jspecify.annotations.NullMarked;
