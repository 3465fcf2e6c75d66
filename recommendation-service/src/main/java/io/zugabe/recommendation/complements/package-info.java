/** Learning from orders which types and categories follow each other, when, and what is bought lately. */
@NullMarked
package io.zugabe.recommendation.complements;

import org.jspecify.annotations.NullMarked;
