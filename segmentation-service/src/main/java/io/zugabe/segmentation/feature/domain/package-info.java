/** Features: what is known about a customer, declared in one place with type, unit, window and source. */
@NullMarked
package io.zugabe.segmentation.feature.domain;

import org.jspecify.annotations.NullMarked;
