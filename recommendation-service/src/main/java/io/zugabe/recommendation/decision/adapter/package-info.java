/** Decisions as protobuf and in the database. */
@NullMarked
package io.zugabe.recommendation.decision.adapter;

import org.jspecify.annotations.NullMarked;
