/** Feedback in the event log and in the catalog's disputes. */
@NullMarked
package io.zugabe.recommendation.feedback.adapter;

import org.jspecify.annotations.NullMarked;
