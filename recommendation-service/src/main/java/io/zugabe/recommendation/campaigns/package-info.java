/** What the shop pushes for a time, to whom, and where. */
@NullMarked
package io.zugabe.recommendation.campaigns;

import org.jspecify.annotations.NullMarked;
