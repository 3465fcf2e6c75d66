/** Target groups: what marks buyers, who shares it, how many they are, and the list of them. */
@NullMarked
package io.zugabe.segmentation.audience;

import org.jspecify.annotations.NullMarked;
