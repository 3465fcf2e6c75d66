/** What the other services' refusals mean. */
@NullMarked
package io.zugabe.recommendation.upstream.adapter;

import org.jspecify.annotations.NullMarked;
