/** Who is the same person: visitors who became customers, customers who were merged. */
@NullMarked
package io.zugabe.segmentation.identity;

import org.jspecify.annotations.NullMarked;
