/** Offers whose time has come: what makes them due, and their delivery. */
@NullMarked
package io.zugabe.recommendation.triggers;

import org.jspecify.annotations.NullMarked;
