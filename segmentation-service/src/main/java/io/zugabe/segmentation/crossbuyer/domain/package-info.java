/** The four unprofitable cross-buyers: what a customer's months say about them, and how sure it is. */
@NullMarked
package io.zugabe.segmentation.crossbuyer.domain;

import org.jspecify.annotations.NullMarked;
