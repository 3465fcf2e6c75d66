/** How alike products are by what the catalog says of them, pure. */
@NullMarked
package io.zugabe.recommendation.content.domain;

import org.jspecify.annotations.NullMarked;
