/** How the log names people who were erased. */
@NullMarked
package io.zugabe.recommendation.privacy.domain;

import org.jspecify.annotations.NullMarked;
