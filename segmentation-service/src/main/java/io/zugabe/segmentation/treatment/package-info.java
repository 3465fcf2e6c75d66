/** May a customer be made offers, and how: the policy and its versions. */
@NullMarked
package io.zugabe.segmentation.treatment;

import org.jspecify.annotations.NullMarked;
