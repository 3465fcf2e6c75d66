/** Models of replenishment as bytes, and who is due in PostgreSQL. */
@NullMarked
package io.zugabe.segmentation.replenishment.adapter;

import org.jspecify.annotations.NullMarked;
