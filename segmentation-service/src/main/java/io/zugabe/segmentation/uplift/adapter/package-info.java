/** Boosted trees by XGBoost, training data in PostgreSQL, models as bytes. */
@NullMarked
package io.zugabe.segmentation.uplift.adapter;

import org.jspecify.annotations.NullMarked;
