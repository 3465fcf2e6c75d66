/** Following the event log for what becomes of offers, and keeping it. */
@NullMarked
package io.zugabe.recommendation.insight.adapter;

import org.jspecify.annotations.NullMarked;
