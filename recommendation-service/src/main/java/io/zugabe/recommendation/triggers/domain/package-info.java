/** What starts and stops timers, without clock and storage. */
@NullMarked
package io.zugabe.recommendation.triggers.domain;

import org.jspecify.annotations.NullMarked;
