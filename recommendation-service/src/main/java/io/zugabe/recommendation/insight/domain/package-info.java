/** Attribution of purchases to offers, and what is learned of them. */
@NullMarked
package io.zugabe.recommendation.insight.domain;

import org.jspecify.annotations.NullMarked;
