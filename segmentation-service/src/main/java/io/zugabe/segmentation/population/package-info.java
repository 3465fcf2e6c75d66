/** What is learned about all customers, which single ones are compared with: peers' traits, pace, RFM borders. */
@NullMarked
package io.zugabe.segmentation.population;

import org.jspecify.annotations.NullMarked;
