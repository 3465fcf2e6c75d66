/** Learning models in the background, and keeping them for restarts and other replicas. */
@NullMarked
package io.zugabe.recommendation.models;

import org.jspecify.annotations.NullMarked;
