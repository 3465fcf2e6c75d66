/** What a model is and what it is worth. */
@NullMarked
package io.zugabe.segmentation.model.domain;

import org.jspecify.annotations.NullMarked;
